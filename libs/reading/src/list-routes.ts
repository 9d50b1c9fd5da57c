import { Reads, type ReadContext } from '@annals/access';
import type { ListedView, Words } from '@annals/event-sourcing';
import { AnswerSchemas, freshnessHeaders, Moments, QueryEndpoint, QueryForm } from '@annals/http';
import { Controller, Headers, Param, Query, Res, type Type } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { answerSchemas, pageName, recordName } from './answer-schemas.js';
import { sendUnlessKnown } from './known.js';
import { listForm, type ListForm } from './list-form.js';
import { withInstants } from './instants.js';
import { missingOf } from './missing.js';
import { AsOfForm, hasPast, momentIn, ThenOf, type AsOf } from './past-form.js';
import { PastReader } from './past-reader.js';
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
      private readonly past: PastReader,
      private readonly moments: Moments,
    ) {}

    @QueryEndpoint('', summary, needs, pageName(view))
    @QueryForm(listForm(view))
    @AnswerSchemas(() => answerSchemas(view))
    async list(
      @Query() form: ListForm,
      @Headers('If-None-Match') known: string | undefined,
      @Res({ passthrough: true }) reply: FastifyReply,
      @Reads() context: ReadContext,
    ) {
      const asked = withInstants(view, form, this.moments);
      const then = momentIn(form, this.moments);
      const page = then ? this.past.list(view, asked, then, context) : this.reader.list(view, asked, context);
      return sendUnlessKnown(reply, known, await page);
    }
  }
  return ListRoute;
};

const recordRoute = (view: ListedView, summary: Words): Type => {
  const { path, record, needs } = view.list;
  const { id: parameter = 'id' } = record;
  const missing = missingOf(view.list);

  @ApiTags(path.split('/')[0]!)
  @Controller(`v1/${path}`)
  class RecordRoute {
    constructor(
      private readonly reader: Reader,
      private readonly past: PastReader,
      private readonly moments: Moments,
    ) {}

    @QueryEndpoint(`:${parameter}`, summary, needs, recordName(view))
    @(hasPast(view) ? QueryForm(AsOfForm) : () => undefined)
    async one(
      @Param(parameter) id: string,
      @ThenOf(view) form: AsOf | undefined,
      @Headers('If-None-Match') known: string | undefined,
      @Res({ passthrough: true }) reply: FastifyReply,
      @Reads() context: ReadContext,
    ) {
      const then = momentIn(form ?? {}, this.moments);
      const found = then ? this.past.one(view, id, then, context) : this.reader.one(view, id, context);
      const { value, ...state } = await found;
      if (value === null) return missing.fail(id, freshnessHeaders(state));
      return sendUnlessKnown(reply, known, { ...state, value });
    }
  }
  return RecordRoute;
};
