import { Answers, Public, Summary } from '@annals/http';
import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Readiness, type ReadinessWarning } from './readiness.js';
import { healthProblems } from './telemetry.problems.js';

export type HealthAnswer = { readonly status: 'ok'; readonly warnings?: readonly ReadinessWarning[] };

@ApiTags('operation')
@Public()
@Controller('health')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Get('live')
  @Summary({ en: 'Check that the process runs', zh: '检查进程是否运行' })
  @Answers('HealthAnswer')
  live(): HealthAnswer {
    return { status: 'ok' };
  }

  @Get('ready')
  @Summary({
    en: 'Check that the process is ready; 503 gives the reasons, warnings what has to be settled soon',
    zh: '检查进程是否就绪；未就绪时返回 503 及原因，warnings 为应尽快处理的事项',
  })
  @Answers('HealthAnswer')
  async ready(): Promise<HealthAnswer> {
    const reasons = await this.readiness.troubles();
    if (reasons.length > 0) throw healthProblems.problem('NotReady', { reasons });
    const warnings = await this.readiness.warnings();
    return { status: 'ok', ...(warnings.length > 0 ? { warnings } : {}) };
  }
}
