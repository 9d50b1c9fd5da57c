import { Reads, type ReadContext } from '@annals/access';
import type { ListedView } from '@annals/event-sourcing';
import { AnswerSchemas, QueryEndpoint, QueryForm, TellsRevision } from '@annals/http';
import { Controller, Param, Query, Res, type Type } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { answerSchemas, pageName } from './answer-schemas.js';
import { listForm, type ListForm } from './list-form.js';
import { missingOf } from './missing.js';
import { Reader } from './reader.js';

/** A controller with the list of a view and its single records. */
export const listRoutes = (view: ListedView): Type => {
  const { path, summary, record, needs } = view.list;
  const missing = missingOf(view);

  @ApiTags(path.split('/')[0]!)
  @Controller(`v1/${path}`)
  class ListRoutes {
    constructor(private readonly reader: Reader) {}

    @QueryEndpoint('', summary, needs, pageName(view))
    @QueryForm(listForm(view))
    @AnswerSchemas(answerSchemas(view))
    list(@Query() form: ListForm, @Reads() context: ReadContext) {
      return this.reader.list(view, form, context);
    }

    @QueryEndpoint(':id', { en: `Get one ${record.en}`, zh: `查看一条${record.zh}` }, needs, record.name)
    @TellsRevision()
    async one(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply, @Reads() context: ReadContext) {
      const { value, revision, ...state } = await this.reader.one(view, id, context);
      if (value === null) return missing.fail(id, freshnessOf(state));
      if (revision !== undefined) void reply.header('ETag', `"${revision}"`);
      return { ...state, value };
    }
  }

  return Object.defineProperty(ListRoutes, 'name', { value: `${record.name}ListController` });
};

/** A view that is behind may not have the record yet: the problem says how far it is, as an answer does. */
const freshnessOf = ({ position, stale }: { readonly position: number; readonly stale: boolean }) => ({
  'Annals-Position': `${position}`,
  ...(stale && { 'Annals-Stale': 'true' }),
});
