import { accessProblems, Reads, RecordGroups, type ReadContext } from '@annals/access';
import { Configuration } from '@annals/configuration';
import { expectPeriod, freshnessHeaders, QueryEndpoint } from '@annals/http';
import { Views, type Answer } from '@annals/projecting';
import { customerList } from '@annals/projections-customers';
import { Controller, Param, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { leadToSurvivor } from './lead-to.js';
import { countsByMonth, countsNow, lifecycleOf, type LifecycleCounts } from './lifecycle.js';
import { MonthsQuery } from './customers.query.js';
import { anyOf, FreshQuery } from '../page.js';

@ApiTags('lifecycle')
@Controller('v1')
export class LifecycleController {
  private readonly view: ReturnType<typeof customerList>;

  constructor(
    private readonly views: Views,
    private readonly records: RecordGroups,
    configuration: Configuration,
  ) {
    this.view = customerList(configuration);
  }

  @QueryEndpoint(
    'customers/:customerId/lifecycle',
    {
      en: 'Get the lifecycle state of a customer, and every change with its evidence',
      zh: '查看客户的生命周期状态及每次变化的依据',
    },
    'customers.read',
    'LifecycleOfCustomer',
  )
  async one(
    @Param('customerId') customerId: string,
    @Query() _: FreshQuery,
    @Req() { url }: FastifyRequest,
    @Reads() context: ReadContext,
  ) {
    await context.expectVisible('customers.read', customerId);
    const { value, ...state } = await this.views.one(this.view, customerId, context.fresh);
    if (!value) await leadToSurvivor(context, { customerId, url, headers: freshnessHeaders(state) });
    return {
      ...state,
      value: lifecycleOf(value ?? accessProblems.fail('CustomerNotFound', { id: customerId }, freshnessHeaders(state))),
    };
  }

  @QueryEndpoint(
    'lifecycle',
    { en: 'Count customers by lifecycle state, now and by month', zh: '统计各生命周期状态的客户数（当前和按月）' },
    'customers.read',
    'LifecycleCounts',
  )
  async counts(@Query() query: MonthsQuery, @Reads() context: ReadContext): Promise<Answer<LifecycleCounts>> {
    expectPeriod(query);
    const reading = { context, permission: 'customers.read' };
    const where = anyOf('region', query.region);
    const now = await this.records.aggregate(this.view, { where, groupBy: ['state'] }, reading);
    const moves = await this.records.aggregate(this.view, { where, groupBy: ['moves'] }, reading);
    const months = countsByMonth(moves.value, query.from, query.to);
    return { ...now, value: { now: countsNow(now.value), months } };
  }
}
