import { Fresh, notFound, QueryEndpoint } from '@annals/http';
import { Views, type Freshness } from '@annals/projecting';
import { pipeline, type Deal } from '@annals/projection-pipeline';
import { Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { pipelineSummary } from './deals.pipeline.js';
import { DealScope, DealsQuery, scopeOf } from './deals.query.js';
import { Names } from './names.js';
import { anyOf, listQuery, pageOf } from './page.js';

export type NamedDeal = Deal & { readonly customerName: string | null };
export type DealPage = { readonly items: readonly NamedDeal[]; readonly next: string | null };

@ApiTags('deals')
@Controller('v1/deals')
export class DealQueriesController {
  constructor(
    private readonly views: Views,
    private readonly names: Names,
  ) {}

  @QueryEndpoint('', 'Deals, open and closed, by status, step, owner, customer, country and region', 'DealPage')
  async list(@Query() query: DealsQuery, @Fresh() fresh?: Freshness) {
    const where = [...anyOf('status', query.status), ...anyOf('step', query.step), ...scopeOf(query)];
    const found = await this.views.find(pipeline, listQuery(where, query.sort, query, { value: 'valueUnits' }), fresh);
    const names = await this.names.customers(found.value.items.map(({ document }) => document.customerId));
    return pageOf(found, (deal) => ({ ...deal, customerName: names.get(deal.customerId) ?? null }));
  }

  @QueryEndpoint('pipeline', 'Number and value of the open deals in each step', 'PipelineSummary')
  async pipeline(@Query() scope: DealScope, @Fresh() fresh?: Freshness) {
    const where = [...anyOf('status', 'open'), ...scopeOf(scope)];
    const aggregation = { where, groupBy: ['step', 'currency'], sum: ['valueUnits'] };
    const { value, ...state } = await this.views.aggregate(pipeline, aggregation, fresh);
    return { ...state, value: pipelineSummary(value, scope) };
  }

  @QueryEndpoint(':dealId', 'One deal with its terms and the days that it spent in each step', 'NamedDeal')
  async one(@Param('dealId') dealId: string, @Fresh() fresh?: Freshness) {
    const { value, ...state } = await this.views.one(pipeline, dealId, fresh);
    if (!value) return notFound('Deal', dealId);
    const names = await this.names.customers([value.customerId]);
    return { ...state, value: { ...value, customerName: names.get(value.customerId) ?? null } };
  }
}
