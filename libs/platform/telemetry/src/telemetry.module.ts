import { Module, type DynamicModule } from '@nestjs/common';
import { Health } from './health.js';
import { HealthController } from './health.controller.js';
import { Measuring } from './measuring.js';
import { MetricsController } from './metrics.controller.js';
import { Metrics } from './metrics.js';
import { OPEN_TRACING, ProcessTracing, type OpenTracing } from './process-tracing.js';
import { Readiness, type LagLimit } from './readiness.js';

export type TelemetryOptions = {
  readonly health: Health;
  readonly metrics: Metrics;
  readonly lagLimit: LagLimit;
  readonly now?: () => Date;
  /** Called once at start; by default nothing is traced. */
  readonly tracing?: OpenTracing;
};

const nowhere: OpenTracing = async () => undefined;

/** `/health/live`, `/health/ready` and `/metrics`; exports `Metrics` and `Readiness` for additional metrics and checks. */
@Module({ controllers: [HealthController, MetricsController] })
export class TelemetryModule {
  static with({ health, metrics, lagLimit, now, tracing = nowhere }: TelemetryOptions): DynamicModule {
    return {
      module: TelemetryModule,
      global: true,
      exports: [Metrics, Readiness],
      providers: [
        Measuring,
        ProcessTracing,
        { provide: OPEN_TRACING, useValue: tracing },
        { provide: Metrics, useValue: metrics },
        { provide: Readiness, useValue: new Readiness(health, lagLimit, now) },
      ],
    };
  }
}
