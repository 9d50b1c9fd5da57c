import { Reads, type ReadContext } from '@annals/access';
import type { ListedView } from '@annals/event-sourcing';
import { AnswerSchemas, freshnessHeaders, QueryEndpoint, QueryForm, TellsRevision } from '@annals/http';
import { Controller, Headers, Param, Query, Res, type Type } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { answerSchemas, pageName, recordName } from './answer-schemas.js';
import { sendUnlessKnown } from './known.js';
import { listForm, type ListForm } from './list-form.js';
import { missingOf } from './missing.js';
import { Reader } from './reader.js';

/** A controller with the list of a view and its single records. */
export const listRoutes = (view: ListedView): Type => {
  const { path, summary, record, needs } = view.list;
  const { id: parameter = 'id', one = { en: `Get one ${record.en}`, zh: `查看一条${record.zh}` } } = record;
  const missing = missingOf(view);

  @ApiTags(path.split('/')[0]!)
  @Controller(`v1/${path}`)
  class ListRoutes {
    constructor(private readonly reader: Reader) {}

    @QueryEndpoint('', summary, needs, pageName(view))
    @QueryForm(listForm(view))
    @AnswerSchemas(answerSchemas(view))
    async list(
      @Query() form: ListForm,
      @Headers('If-None-Match') known: string | undefined,
      @Res({ passthrough: true }) reply: FastifyReply,
      @Reads() context: ReadContext,
    ) {
      return sendUnlessKnown(reply, known, await this.reader.list(view, form, context));
    }

    @QueryEndpoint(`:${parameter}`, one, needs, recordName(view))
    @TellsRevision()
    async one(
      @Param(parameter) id: string,
      @Headers('If-None-Match') known: string | undefined,
      @Res({ passthrough: true }) reply: FastifyReply,
      @Reads() context: ReadContext,
    ) {
      const { value, ...state } = await this.reader.one(view, id, context);
      if (value === null) return missing.fail(id, freshnessHeaders(state));
      return sendUnlessKnown(reply, known, { ...state, value });
    }
  }

  return Object.defineProperty(ListRoutes, 'name', { value: `${record.name}ListController` });
};
