import { Configuration } from '@annals/configuration';
import { foldAsOf } from '@annals/event-sourcing';
import { Fresh, notFound, QueryEndpoint } from '@annals/http';
import { Views, type Answer, type Freshness } from '@annals/projecting';
import { customer360, type Customer360 } from '@annals/projection-customer-360';
import { customerList, rowOf, type CustomerRow } from '@annals/projection-customer-list';
import { Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { momentOf } from './customers.as-of.js';
import { standingOf, type LifecycleStanding } from './customers.lifecycle.js';
import { AsOfQuery, callersBy, conditionsOf, CustomersQuery } from './customers.query.js';
import { wholeHistory } from './history.js';
import { upTo } from './history.query.js';
import { FreshQuery, listQuery, pageOf } from './page.js';

export type CustomerPage = { readonly items: readonly CustomerRow[]; readonly next: string | null };

/** The customers with a number, those whose number ends with the digits first. */
export type Callers = { readonly items: readonly CustomerRow[] };

/** The whole customer on one page. */
export type CustomerView = Omit<Customer360, 'lifecycle'> & { readonly lifecycle: LifecycleStanding };

const MOST_CALLERS = 20;

@ApiTags('customers')
@Controller('v1/customers')
export class CustomerQueriesController {
  private readonly list: ReturnType<typeof customerList>;
  private readonly page: ReturnType<typeof customer360>;

  constructor(
    private readonly views: Views,
    { lifecycle }: Configuration,
  ) {
    this.list = customerList(lifecycle);
    this.page = customer360(lifecycle);
  }

  @QueryEndpoint('', 'Search customers, by region, owner, role and lifecycle state', 'CustomerPage')
  async search(@Query() query: CustomersQuery, @Fresh() fresh?: Freshness) {
    const wanted = listQuery(conditionsOf(query), query.sort, query, { name: 'sortName' });
    return pageOf(await this.views.find(this.list, wanted, fresh), rowOf);
  }

  @QueryEndpoint('by-phone/:number', 'Who is calling: the customers whose number ends with these digits', 'Callers')
  async byPhone(@Param('number') number: string, @Query() _: FreshQuery, @Fresh() fresh?: Freshness) {
    const find = (condition: ReturnType<typeof callersBy>[number]) =>
      this.views.find(this.list, { where: [condition], sort: { field: 'sortName' }, limit: MOST_CALLERS }, fresh);
    const answers = await Promise.all(callersBy(number).map(find));
    const rows = answers.flatMap(({ value }) => value.items.map(({ document }) => rowOf(document)));
    const items = [...new Map(rows.map((row) => [row.customerId, row])).values()];
    return { ...answers[0], value: { items } };
  }

  @QueryEndpoint(':customerId', 'The customer on one page, now or as of a moment', 'CustomerView')
  async one(@Param('customerId') customerId: string, @Query() query: AsOfQuery, @Fresh() fresh?: Freshness) {
    const { value, ...state } = await this.find(customerId, query, fresh);
    return { ...state, value: viewOf(value ?? notFound('Customer', customerId)) };
  }

  private async find(
    customerId: string,
    { asOf, axis }: AsOfQuery,
    fresh?: Freshness,
  ): Promise<Answer<Customer360 | null>> {
    if (asOf === undefined) return this.views.one(this.page, customerId, fresh);
    const moment = momentOf(asOf, axis);
    const { value: history, ...state } = await wholeHistory(this.views, customerId, [upTo(moment)], fresh);
    return { ...state, value: foldAsOf(this.page, history, moment).get(customerId) ?? null };
  }
}

const viewOf = ({ lifecycle, ...page }: Customer360): CustomerView => ({
  ...page,
  lifecycle: standingOf(lifecycle.change),
});
