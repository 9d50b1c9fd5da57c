import { Module, type DynamicModule } from '@nestjs/common';
import { Health } from './health.js';
import { HealthController } from './health.controller.js';
import { Measuring } from './measuring.js';
import { MetricsController } from './metrics.controller.js';
import { Metrics } from './metrics.js';
import { Readiness, type LagLimit } from './readiness.js';

export type TelemetryOptions = {
  readonly health: Health;
  readonly metrics: Metrics;
  readonly lagLimit: LagLimit;
  readonly now?: () => Date;
};

/** `/health/live`, `/health/ready`, `/metrics`. */
@Module({})
export class TelemetryModule {
  static with({ health, metrics, lagLimit, now }: TelemetryOptions): DynamicModule {
    return {
      module: TelemetryModule,
      controllers: [HealthController, MetricsController],
      providers: [
        Measuring,
        { provide: Metrics, useValue: metrics },
        { provide: Readiness, useValue: new Readiness(health, lagLimit, now) },
      ],
    };
  }
}
