import type { Contract } from '@annals/event-sourcing';
import { accessProblems, Asker, CustomerAccess, EventMask } from '@annals/access';
import { Fresh, QueryEndpoint, QueryForm, type Caller } from '@annals/http';
import { Views, type Freshness } from '@annals/projecting';
import { auditEntries } from '@annals/projections-audit';
import { Controller, Param, Query, type Type } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { entryOf } from './entry.js';
import { conditionsOf, historyQuery, type HistoryQuery } from './history.query.js';
import { anyOf, listQuery, pageOf } from '../page.js';

/** The history of each customer, as far as these contracts tell it. */
export const historyController = (contracts: readonly Contract[]): Type => {
  @ApiTags('customers')
  @Controller('v1/customers/:customerId/history')
  class HistoryController {
    constructor(
      private readonly views: Views,
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
      const found = await this.views.find(auditEntries, listQuery(where, sort, query), fresh);
      if (found.value.items.length === 0) await this.expectKnown(customerId);
      return pageOf(found, (event) => entryOf(masked ? this.mask.masked(event) : event));
    }

    private async expectKnown(customerId: string) {
      const { value } = await this.views.count(auditEntries, anyOf('customer', customerId));
      if (value === 0) accessProblems.fail('CustomerNotFound', { id: customerId });
    }
  }
  return HistoryController;
};
