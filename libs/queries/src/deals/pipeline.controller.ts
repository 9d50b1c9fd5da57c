import { Configuration } from '@annals/configuration';
import { Reads, RecordGroups, type ReadContext } from '@annals/access';
import { QueryEndpoint } from '@annals/http';
import { pipeline } from '@annals/projections-deals';
import { Controller, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { pipelineSummary, type StepSettings } from './pipeline.js';
import { DealScope, scopeOf } from './pipeline.query.js';

@ApiTags('deals')
@Controller('v1/deals')
export class PipelineController {
  private readonly settings: StepSettings;

  constructor(
    private readonly records: RecordGroups,
    { slices }: Configuration,
  ) {
    this.settings = slices['deals'] as StepSettings;
  }

  @QueryEndpoint(
    'pipeline',
    {
      en: 'Get the number and value of deals by step, of open ones unless a status is given',
      zh: '查看各步骤商机的数量和金额，未指定状态时仅统计未结商机',
    },
    'deals.read',
    'PipelineSummary',
  )
  async sums(@Query() scope: DealScope, @Reads() context: ReadContext) {
    const { customer } = scope;
    const led = customer && { customer: await context.ledTo([customer].flat()) };
    const aggregation = { where: scopeOf({ ...scope, ...led }), groupBy: ['step', 'currency'], amounts: ['amount'] };
    const { value, ...state } = await this.records.aggregate(pipeline, aggregation, {
      ...{ context, permission: 'deals.read' },
    });
    return { ...state, value: pipelineSummary(value, scope, this.settings) };
  }
}
