import { Needs, Summary } from '@annals/http';
import { Controller, Get, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Metrics } from './metrics.js';

@ApiTags('operation')
@Controller('metrics')
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  @Needs('metrics.read')
  @Get()
  @Summary({ en: 'Get the metrics of this process for Prometheus', zh: '获取本进程的 Prometheus 指标' })
  @ApiProduces('text/plain')
  read(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    void reply.type(this.metrics.contentType);
    return this.metrics.text();
  }
}
