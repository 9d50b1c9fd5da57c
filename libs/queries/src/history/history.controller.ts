import { LogCondition, type Contract } from '@annals/event-sourcing';
import { accessProblems, EventMask, OtherCustomers, Reads, type ReadContext } from '@annals/access';
import { freshnessHeaders, Moments, QueryEndpoint, QueryForm } from '@annals/http';
import { Controller, Optional, Param, Query, type Type } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { entryOf } from './entry.js';
import { History } from './history.js';
import { conditionsOf, historyQuery, type HistoryQuery } from './history.query.js';
import { listQuery, pageOf } from '../page.js';

/** The history of each customer, as far as these contracts tell it. */
export const historyController = (contracts: readonly Contract[]): Type => {
  @ApiTags('customers')
  @Controller('v1/customers/:customerId/history')
  class HistoryController {
    constructor(
      private readonly history: History,
      private readonly mask: EventMask,
      private readonly others: OtherCustomers,
      private readonly moments: Moments,
      @Optional() private readonly log?: LogCondition,
    ) {}

    @QueryEndpoint(
      '',
      { en: 'List all events of a customer in order', zh: '按顺序列出客户的全部事件' },
      'history.read',
      'HistoryPage',
    )
    @QueryForm(historyQuery(contracts))
    async list(@Param('customerId') customerId: string, @Query() query: HistoryQuery, @Reads() context: ReadContext) {
      const { masked } = await context.expectVisible('history.read', customerId);
      const sort = query.order === 'asc' ? 'position' : '-position';
      const where = conditionsOf(customerId, query, this.moments);
      const found = await this.history.page(listQuery(where, sort, query), context.fresh);
      if (found.value.items.length === 0 && !(await this.history.isKnown(customerId)))
        accessProblems.fail('CustomerNotFound', { id: customerId }, freshnessHeaders(found));
      const events = await this.others.hidden(
        found.value.items.map(({ document }) => document),
        (ids) => context.seen('customers.read', ids),
      );
      const shown = {
        ...found,
        value: { ...found.value, items: events.map((document) => ({ id: document.id, document })) },
      };
      const page = pageOf(shown, (event) => entryOf(masked ? this.mask.masked(event) : event));
      return { ...page, incomplete: this.log?.incomplete(customerId) };
    }
  }
  return HistoryController;
};
