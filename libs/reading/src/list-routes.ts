import { Reads, type ReadContext } from '@annals/access';
import type { ListedView, Words } from '@annals/event-sourcing';
import { AnswerSchemas, freshnessHeaders, Moments, QueryEndpoint, QueryForm, TellsRevision } from '@annals/http';
import { Controller, Headers, Param, Query, Res, type Type } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { answerSchemas, pageName, recordName } from './answer-schemas.js';
import { sendUnlessKnown } from './known.js';
import { listForm, type ListForm } from './list-form.js';
import { withInstants } from './instants.js';
import { missingOf } from './missing.js';
import { Reader } from './reader.js';

/** Controllers with the list of a view and its single records. */
export const listRoutes = (view: ListedView): readonly Type[] => {
  const { record } = view.list;
  const { one = { en: `Get one ${record.en}`, zh: `查看一条${record.zh}` } } = record;
  const routes = [listRoute(view), ...(one === null ? [] : [recordRoute(view, one)])];
  return routes.map((each) => Object.defineProperty(each, 'name', { value: `${record.name}ListController` }));
};

const listRoute = (view: ListedView): Type => {
  const { path, summary, needs } = view.list;

  @ApiTags(path.split('/')[0]!)
  @Controller(`v1/${path}`)
  class ListRoute {
    constructor(
      private readonly reader: Reader,
      private readonly moments: Moments,
    ) {}

    @QueryEndpoint('', summary, needs, pageName(view))
    @QueryForm(listForm(view))
    @AnswerSchemas(answerSchemas(view))
    async list(
      @Query() form: ListForm,
      @Headers('If-None-Match') known: string | undefined,
      @Res({ passthrough: true }) reply: FastifyReply,
      @Reads() context: ReadContext,
    ) {
      return sendUnlessKnown(
        reply,
        known,
        await this.reader.list(view, withInstants(view, form, this.moments), context),
      );
    }
  }
  return ListRoute;
};

const recordRoute = (view: ListedView, summary: Words): Type => {
  const { path, record, needs } = view.list;
  const { id: parameter = 'id' } = record;
  const missing = missingOf(view);

  @ApiTags(path.split('/')[0]!)
  @Controller(`v1/${path}`)
  class RecordRoute {
    constructor(private readonly reader: Reader) {}

    @QueryEndpoint(`:${parameter}`, summary, needs, recordName(view))
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
  return RecordRoute;
};
