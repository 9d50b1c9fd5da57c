import { Reads, type ReadContext } from '@annals/access';
import { daysIn } from '@annals/analytics';
import { Configuration } from '@annals/configuration';
import { LogCondition, type FoundPart } from '@annals/event-sourcing';
import { AnswerSchemas, freshnessHeaders, Moments, QueryEndpoint } from '@annals/http';
import { Views, type Answer, type Freshness } from '@annals/projecting';
import { momentIn, PAGE, pageSchemas, Pages, sendTagged, tagged, type AskedPage } from '@annals/reading';
import type { PageParts } from '@annals/slice';
import { Controller, Headers, Optional, Param, Query, Res, type Type } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Past } from '../history/past-views.js';
import { leadTo, leadToSurvivor, type LeadAsked } from './lead-to.js';
import { refuseUnknown } from './unknown.js';
import { PastPage } from './past-page.js';
import { AsOfQuery } from './customers.query.js';

/** The page of each customer, made of these parts. */
export const pageController = (page: PageParts): Type => {
  const pages = new Pages(page);

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
    @AnswerSchemas(() => pageSchemas(page))
    async one(
      @Param('customerId') customerId: string,
      @Query() query: AsOfQuery,
      @Headers('If-None-Match') known: string | undefined,
      @Res({ passthrough: true }) reply: FastifyReply,
      @Reads() context: ReadContext,
    ) {
      const permission = query.asOf === undefined ? 'customers.read' : 'history.read';
      const { masked } = await context.expectVisible(permission, customerId);
      const allowed = await context.allowed(pages.rights, customerId);
      const { asked, past, value, ...state } = await this.read(customerId, query, allowed, context.fresh);
      const body = past
        ? pastBody(asked.answer(customerId, value, masked))
        : pages.body(asked, customerId, value, masked);
      if (!body)
        await this.lead(past, context, { customerId, url: reply.request.url, headers: freshnessHeaders(state) });
      const found = body ?? refuseUnknown(customerId, past?.timeline, freshnessHeaders(state));
      const incomplete = this.log?.incomplete(customerId, ({ types }) => !types.some((type) => asked.hidden.has(type)));
      return sendTagged(reply, known, { ...state, incomplete, value: found });
    }

    /** To the survivor now, or at the moment of `past`. */
    private async lead(past: Past | undefined, context: ReadContext, asked: LeadAsked) {
      if (!past) return leadToSurvivor(context, asked);
      leadTo(past.merged?.customerOf(asked.customerId) ?? asked.customerId, asked);
    }

    private async read(
      customerId: string,
      query: AsOfQuery,
      allowed: readonly string[],
      fresh?: Freshness,
    ): Promise<Answer<readonly FoundPart[]> & { readonly asked: AskedPage; readonly past?: Past }> {
      const moment = momentIn(query, this.moments);
      if (moment) return this.past.read(customerId, moment, (at) => pages.on(this.dayOf(at), allowed), fresh);
      const asked = pages.now(this.dayOf(new Date()), allowed);
      return { ...(await this.views.about(asked.reads, customerId, fresh)), asked };
    }
  }
  return CustomerPageController;
};

// Only what is now can be changed, so a page of the past has no revision.
const pastBody = (page: object | null) => page && tagged({ ...page, revision: null });
