import { accessProblems, Reads, type ReadContext } from '@annals/access';
import { daysIn } from '@annals/analytics';
import { Configuration } from '@annals/configuration';
import { foldAsOf } from '@annals/event-sourcing';
import { QueryEndpoint } from '@annals/http';
import { Views, type Answer, type Freshness } from '@annals/projecting';
import { customer360, type Customer360, type CustomerRow } from '@annals/projections-customers';
import { Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { momentOf, timeOf } from './as-of.js';
import { AsOfQuery, CustomersQuery } from './customers.query.js';
import { CustomerSearch } from './search.js';
import { PARTS, viewOf, without, type CustomerView } from './view.js';
import { History } from '../history/history.js';
import { upTo } from '../history/history.query.js';
import { FreshQuery, shown } from '../page.js';
import { PERSONAL } from '../personal.js';

export type CustomerPage = { readonly items: readonly CustomerRow[]; readonly next: string | null };

/** The customers with a number, those whose number ends with the digits first. */
export type Callers = { readonly items: readonly CustomerRow[] };

@ApiTags('customers')
@Controller('v1/customers')
export class CustomerQueriesController {
  private readonly page: ReturnType<typeof customer360>;
  private readonly dayOf: (instant: Date) => string;

  constructor(
    private readonly views: Views,
    private readonly found: CustomerSearch,
    private readonly past: History,
    { lifecycle, calendar }: Configuration,
  ) {
    this.page = customer360(lifecycle);
    this.dayOf = daysIn(calendar.timeZone).dayOf;
  }

  @QueryEndpoint(
    '',
    {
      en: 'Search customers by region, owner, role and lifecycle state',
      zh: '按区域、负责人、角色和生命周期状态搜索客户',
    },
    'customers.read',
    'CustomerPage',
  )
  async search(@Query() query: CustomersQuery, @Reads() context: ReadContext) {
    return this.found.by(query, context);
  }

  @QueryEndpoint(
    'by-phone/:number',
    { en: 'Find customers by the last digits of a phone number', zh: '按电话号码末几位查找来电客户' },
    'personal.read',
    'Callers',
  )
  async byPhone(@Param('number') number: string, @Query() _: FreshQuery, @Reads() context: ReadContext) {
    return this.found.byPhone(number, context);
  }

  @QueryEndpoint(
    ':customerId',
    { en: 'Get the 360° page of a customer, now or as of a moment', zh: '查看客户 360° 视图（当前或指定时点）' },
    'customers.read',
    'CustomerView',
  )
  async one(@Param('customerId') customerId: string, @Query() query: AsOfQuery, @Reads() context: ReadContext) {
    const permission = query.asOf === undefined ? 'customers.read' : 'history.read';
    const { masked } = await context.expectVisible(permission, customerId);
    const { value, at, ...state } = await this.find(customerId, query, context.fresh);
    const whole = viewOf(value ?? accessProblems.fail('CustomerNotFound', { id: customerId }), this.dayOf(at));
    const view = await permitted(whole, context);
    return { ...state, value: shown(view, masked, PERSONAL.customerPage) };
  }

  private async find(
    customerId: string,
    { asOf, axis }: AsOfQuery,
    fresh?: Freshness,
  ): Promise<Answer<Customer360 | null> & { readonly at: Date }> {
    if (asOf === undefined) return { ...(await this.views.one(this.page, customerId, fresh)), at: new Date() };
    const moment = momentOf(asOf, axis);
    const { value: history, ...state } = await this.past.whole(customerId, [upTo(moment)], fresh);
    const value = foldAsOf(this.page, history, moment).get(customerId) ?? null;
    return { ...state, value, at: timeOf(moment, history) };
  }
}

const permitted = async (whole: CustomerView, context: ReadContext): Promise<CustomerView> => {
  let view = whole;
  for (const part of PARTS) if (!(await context.allows(part.needs, whole.customerId))) view = without(view, part);
  return view;
};
