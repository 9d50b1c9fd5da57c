import { Answers, Public, Summary } from '@annals/http';
import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Readiness } from './readiness.js';
import { healthProblems } from './telemetry.problems.js';

export type HealthAnswer = { readonly status: 'ok' };

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
    en: 'Check that the process is ready; 503 gives the reasons',
    zh: '检查进程是否就绪；未就绪时返回 503 及原因',
  })
  @Answers('HealthAnswer')
  async ready(): Promise<HealthAnswer> {
    const reasons = await this.readiness.troubles();
    if (reasons.length > 0) throw healthProblems.problem('NotReady', { reasons });
    return { status: 'ok' };
  }
}
