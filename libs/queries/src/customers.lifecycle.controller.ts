import { Configuration } from '@annals/configuration';
import { Fresh, notFound, QueryEndpoint } from '@annals/http';
import { Views, type Answer, type Freshness } from '@annals/projecting';
import { lifecycle } from '@annals/projection-lifecycle';
import { Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { countsByMonth, countsNow, lifecycleOf, type LifecycleCounts } from './customers.lifecycle.js';
import { MonthsQuery } from './customers.query.js';
import { anyOf, FreshQuery } from './page.js';

@ApiTags('lifecycle')
@Controller('v1')
export class LifecycleController {
  private readonly view: ReturnType<typeof lifecycle>;

  constructor(
    private readonly views: Views,
    configuration: Configuration,
  ) {
    this.view = lifecycle(configuration.lifecycle);
  }

  @QueryEndpoint(
    'customers/:customerId/lifecycle',
    'Where the customer stands in its lifecycle, and every change with its evidence',
    'LifecycleOfCustomer',
  )
  async one(@Param('customerId') customerId: string, @Query() _: FreshQuery, @Fresh() fresh?: Freshness) {
    const { value, ...state } = await this.views.one(this.view, customerId, fresh);
    return { ...state, value: lifecycleOf(value ?? notFound('Customer', customerId)) };
  }

  @QueryEndpoint('lifecycle', 'Customers in each lifecycle state, now and by month', 'LifecycleCounts')
  async counts(@Query() query: MonthsQuery, @Fresh() fresh?: Freshness): Promise<Answer<LifecycleCounts>> {
    const where = anyOf('region', query.region);
    const now = await this.views.aggregate(this.view, { where, groupBy: ['state'] }, fresh);
    const moves = await this.views.aggregate(this.view, { where, groupBy: ['moves'] });
    const months = countsByMonth(moves.value, query.from, query.to);
    return { ...now, value: { now: countsNow(now.value), months } };
  }
}
