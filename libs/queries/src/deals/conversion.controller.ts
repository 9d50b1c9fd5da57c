import { Reads, type ReadContext } from '@annals/access';
import { Moments, QueryEndpoint } from '@annals/http';
import { momentIn } from '@annals/reading';
import { Controller, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { conversionsOf } from './conversion.js';
import { ConversionScope, OutcomeScope } from './conversion.query.js';
import { Conversions } from './conversions.js';

@ApiTags('deals')
@Controller('v1/deals')
export class ConversionController {
  constructor(
    private readonly conversions: Conversions,
    private readonly moments: Moments,
  ) {}

  @QueryEndpoint(
    'conversion',
    {
      en: 'Get how many deals went on from each step, how many were won, and the days that they spent at it',
      zh: '查看各步骤商机的推进数、成交数和停留天数',
    },
    'deals.read',
    'StepConversions',
  )
  async conversion(@Query() scope: ConversionScope, @Reads() context: ReadContext) {
    const moment = momentIn(scope, this.moments);
    const found = moment ? this.conversions.at(moment, scope, context) : this.conversions.now(scope, context);
    const { value, ...state } = await found;
    const { asOf = null, axis = 'recorded' } = scope;
    const steps = conversionsOf(value, this.conversions.settings.stepProbabilities);
    return { ...state, value: { steps, asOf, axis: moment ? axis : null } };
  }

  @QueryEndpoint(
    'forecast-outcomes',
    {
      en: 'Get what open deals were forecast to bring at a moment, and what has become of each of them',
      zh: '查看某一时点对进行中商机的预测，以及这些商机之后的结果',
    },
    'deals.read',
    'ForecastOutcomes',
  )
  async outcomes(@Query() scope: OutcomeScope, @Reads() context: ReadContext) {
    const { asOf, axis } = scope;
    const moment = momentIn({ asOf, axis }, this.moments)!;
    const { value, ...state } = await this.conversions.outcomes(moment, scope, context);
    return { ...state, value: { asOf, axis, ...value } };
  }
}
