import type { Contract } from '@annals/event-sourcing';
import { accessProblems, Asker, CustomerAccess, EventMask } from '@annals/access';
import { Fresh, QueryEndpoint, QueryForm, type Caller } from '@annals/http';
import type { Freshness } from '@annals/projecting';
import { Controller, Param, Query, type Type } from '@nestjs/common';
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
      private readonly customers: CustomerAccess,
      private readonly mask: EventMask,
    ) {}

    @QueryEndpoint(
      '',
      { en: 'List all events of a customer in order', zh: '按顺序列出客户的全部事件' },
      'history.read',
      'HistoryPage',
    )
    @QueryForm(historyQuery(contracts))
    async list(
      @Param('customerId') customerId: string,
      @Query() query: HistoryQuery,
      @Asker() caller: Caller,
      @Fresh() fresh?: Freshness,
    ) {
      const sight = await this.customers.sight(caller);
      const { masked } = await this.customers.expectVisible(sight, 'history.read', customerId, fresh);
      const sort = query.order === 'asc' ? 'position' : '-position';
      const where = conditionsOf(customerId, query);
      const found = await this.history.page(listQuery(where, sort, query), fresh);
      if (found.value.items.length === 0 && !(await this.history.isKnown(customerId)))
        accessProblems.fail('CustomerNotFound', { id: customerId });
      return pageOf(found, (event) => entryOf(masked ? this.mask.masked(event) : event));
    }
  }
  return HistoryController;
};
