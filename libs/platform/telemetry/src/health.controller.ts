import { Answers, Public } from '@annals/http';
import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Readiness } from './readiness.js';
import { healthProblems } from './telemetry.problems.js';

export type HealthAnswer = { readonly status: 'ok' };

@ApiTags('operation')
@Public()
@Controller('health')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Get('live')
  @ApiOperation({ summary: 'Whether the process runs' })
  @Answers('HealthAnswer')
  live(): HealthAnswer {
    return { status: 'ok' };
  }

  @Get('ready')
  @ApiOperation({ summary: 'Whether the process does its work; else 503 with the reasons' })
  @Answers('HealthAnswer')
  async ready(): Promise<HealthAnswer> {
    const reasons = await this.readiness.troubles();
    if (reasons.length > 0) throw healthProblems.problem('NotReady', { reasons });
    return { status: 'ok' };
  }
}
