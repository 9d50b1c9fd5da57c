import { accessProblems, Reads, RecordAccess, type ReadContext } from '@annals/access';
import { QueryEndpoint } from '@annals/http';
import { Views } from '@annals/projecting';
import { pipeline, type Deal } from '@annals/projections-deals';
import { Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { pipelineSummary } from './deals.pipeline.js';
import { DealScope, DealsQuery, scopeOf } from './deals.query.js';
import { Names } from './names.js';
import { PERSONAL } from './personal.js';
import { anyOf, listQuery, seenPage, shown } from './page.js';

export type NamedDeal = Deal & { readonly customerName: string | null };
export type DealPage = { readonly items: readonly NamedDeal[]; readonly next: string | null };

@ApiTags('deals')
@Controller('v1/deals')
export class DealQueriesController {
  constructor(
    private readonly views: Views,
    private readonly names: Names,
    private readonly records: RecordAccess,
  ) {}

  @QueryEndpoint(
    '',
    {
      en: 'List deals by status, step, owner, customer, country and region',
      zh: '按状态、步骤、负责人、客户、国家和区域列出商机',
    },
    'deals.read',
    'DealPage',
  )
  async list(@Query() query: DealsQuery, @Reads() context: ReadContext) {
    const reading = readingIn(context);
    const where = [...anyOf('status', query.status), ...anyOf('step', query.step), ...scopeOf(query)];
    const found = await this.records.find(
      pipeline,
      listQuery(where, query.sort, query, { value: 'valueUnits' }),
      reading,
    );
    const names = await this.names.customers(found.value.items.map(({ document }) => document.customerId));
    return seenPage(found, PERSONAL.deal, (deal) => ({ ...deal, customerName: names.get(deal.customerId) ?? null }));
  }

  @QueryEndpoint(
    'pipeline',
    { en: 'Get the number and value of open deals by step', zh: '查看各步骤未结商机的数量和金额' },
    'deals.read',
    'PipelineSummary',
  )
  async pipeline(@Query() scope: DealScope, @Reads() context: ReadContext) {
    const where = [...anyOf('status', 'open'), ...scopeOf(scope)];
    const aggregation = { where, groupBy: ['step', 'currency'], sum: ['valueUnits'] };
    const { value, ...state } = await this.records.aggregate(pipeline, aggregation, readingIn(context));
    return { ...state, value: pipelineSummary(value, scope) };
  }

  @QueryEndpoint(
    ':dealId',
    { en: 'Get a deal with its terms and the days spent in each step', zh: '查看商机及其条款和各步骤停留天数' },
    'deals.read',
    'NamedDeal',
  )
  async one(@Param('dealId') dealId: string, @Reads() context: ReadContext) {
    const { value, ...state } = await this.views.one(pipeline, dealId, context.fresh);
    const decision = value && (await this.records.decide(pipeline, value, readingIn(context)));
    if (!decision?.visible) return accessProblems.fail('DealNotFound', { id: dealId });
    const names = await this.names.customers([value!.customerId]);
    const named: NamedDeal = { ...value!, customerName: names.get(value!.customerId) ?? null };
    return { ...state, value: shown(named, decision.masked, PERSONAL.deal) };
  }
}

const readingIn = (context: ReadContext) => ({ context, permission: 'deals.read' });
