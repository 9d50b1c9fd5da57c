import { LogCondition, type Contract } from '@annals/event-sourcing';
import { accessProblems, Reads, type ReadContext } from '@annals/access';
import { encodeCursor, freshnessHeaders, Moments, QueryEndpoint, QueryForm } from '@annals/http';
import { Controller, Optional, Param, Query, type Type } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { History } from './history.js';
import { momentIn } from '@annals/reading';
import { conditionsOf, CustomerHistoryQuery, historyQuery } from './history.query.js';
import { ShownEntries } from './shown-entries.js';
import { Timelines } from './timelines.js';
import { listQuery } from '../page.js';

/** The history of each customer, as far as these contracts tell it. */
export const historyController = (contracts: readonly Contract[]): Type => {
  @ApiTags('customers')
  @Controller('v1/customers/:customerId/history')
  class HistoryController {
    constructor(
      private readonly history: History,
      private readonly entries: ShownEntries,
      private readonly timelines: Timelines,
      private readonly moments: Moments,
      @Optional() private readonly log?: LogCondition,
    ) {}

    @QueryEndpoint(
      '',
      { en: 'List all events of a customer in order', zh: '按顺序列出客户的全部事件' },
      'history.read',
      'HistoryPage',
    )
    @QueryForm(historyQuery(contracts, CustomerHistoryQuery))
    async list(
      @Param('customerId') customerId: string,
      @Query() query: CustomerHistoryQuery,
      @Reads() context: ReadContext,
    ) {
      const { masked } = await context.expectVisible('history.read', customerId);
      const sort = query.order === 'asc' ? 'position' : '-position';
      const files = await this.filesIn(customerId, query, context);
      const where = conditionsOf(files, query, this.moments);
      const { value, ...state } = await this.history.page(listQuery(where, sort, query), context.fresh);
      if (value.items.length === 0 && !(await this.history.isKnown(customerId)))
        accessProblems.fail('CustomerNotFound', { id: customerId }, freshnessHeaders(state));
      const events = value.items.map(({ document }) => document);
      const { value: timeline } = await this.timelines.of(customerId, context.fresh);
      const items = await this.entries.of(events, { context, masked }, timeline);
      const incomplete = this.log && new Map(files.flatMap((file) => [...this.log!.incomplete(file)]));
      return { ...state, incomplete, value: { items, next: encodeCursor(value.next) } };
    }

    private async filesIn(customerId: string, query: CustomerHistoryQuery, { fresh }: ReadContext) {
      if (query.merged === undefined) return [customerId];
      return this.history.filesIn(customerId, momentIn(query, this.moments), fresh);
    }
  }
  return HistoryController;
};
