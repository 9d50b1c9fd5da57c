import { accessProblems, Reads, type ReadContext } from '@annals/access';
import { daysIn } from '@annals/analytics';
import { Configuration } from '@annals/configuration';
import { LogCondition, type ViewPart } from '@annals/event-sourcing';
import { AnswerSchemas, freshnessHeaders, Moments, QueryEndpoint } from '@annals/http';
import { Views, type Answer, type Freshness } from '@annals/projecting';
import { askPage, momentIn, PAGE, pageSchemas, sendUnlessKnown, type AskedPage } from '@annals/reading';
import type { PageParts } from '@annals/slice';
import { Controller, Headers, Optional, Param, Query, Res, type Type } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Past } from '../history/past-views.js';
import { PastPage } from './past-page.js';
import { queryProblems } from '../queries.problems.js';
import { AsOfQuery } from './customers.query.js';

/** The page of each customer, made of these parts. */
export const pageController = (page: PageParts): Type => {
  const rights = new Set(Object.values(page).flatMap(({ needs }) => needs ?? []));

  @ApiTags('customers')
  @Controller('v1/customers')
  class CustomerPageController {
    private readonly dayOf: (instant: Date) => string;

    constructor(
      private readonly views: Views,
      private readonly past: PastPage,
      private readonly moments: Moments,
      { calendar }: Configuration,
      @Optional() private readonly log?: LogCondition,
    ) {
      this.dayOf = daysIn(calendar.timeZone).dayOf;
    }

    @QueryEndpoint(
      ':customerId',
      { en: 'Get the 360° page of a customer, now or as of a moment', zh: '查看客户 360° 视图（当前或指定时点）' },
      'customers.read',
      PAGE,
    )
    @AnswerSchemas(pageSchemas(page))
    async one(
      @Param('customerId') customerId: string,
      @Query() query: AsOfQuery,
      @Headers('If-None-Match') known: string | undefined,
      @Res({ passthrough: true }) reply: FastifyReply,
      @Reads() context: ReadContext,
    ) {
      const permission = query.asOf === undefined ? 'customers.read' : 'history.read';
      const { masked } = await context.expectVisible(permission, customerId);
      const allowed = await allowedOf(rights, context, customerId);
      const ask = (at: Date) =>
        askPage(page, { customerId, today: this.dayOf(at), isAllowed: (right) => allowed.has(right) });
      const { asked, past, value, ...state } = await this.read(customerId, query, ask, context.fresh);
      const now = asked.answer(value, masked) ?? refuse(customerId, past, freshnessHeaders(state));
      const incomplete = this.log?.incomplete(customerId, ({ types }) => !types.some((type) => asked.hidden.has(type)));
      const view = past ? { ...now, revision: null } : now;
      return sendUnlessKnown(reply, known, { ...state, incomplete, value: view, revision: view.revision });
    }

    private async read(
      customerId: string,
      query: AsOfQuery,
      ask: (at: Date) => AskedPage,
      fresh?: Freshness,
    ): Promise<Answer<readonly ViewPart[]> & { readonly asked: AskedPage; readonly past?: Past }> {
      const moment = momentIn(query, this.moments);
      if (moment) return this.past.read(customerId, moment, ask, fresh);
      const asked = ask(new Date());
      return { ...(await this.views.together(asked.reads, fresh)), asked };
    }
  }
  return CustomerPageController;
};

const refuse = (id: string, past: Past | undefined, headers: ReturnType<typeof freshnessHeaders>) => {
  const { first, earliest } = past?.timeline ?? {};
  if (!first || !earliest) return accessProblems.fail('CustomerNotFound', { id }, headers);
  const [recordedAt, occurredAt] = [first.recordedAt, earliest.occurredAt].map((time) => new Date(time).toISOString());
  return queryProblems.fail('CustomerNotYetRecorded', { id, recordedAt, occurredAt }, headers);
};

const allowedOf = async (rights: ReadonlySet<string>, context: ReadContext, customerId: string) => {
  const allowed = new Set<string>();
  for (const right of rights) if (await context.allows(right, customerId)) allowed.add(right);
  return allowed;
};
