export * from './counting-event-store.js';
export * from './health.controller.js';
export * from './health.js';
export * from './logger.js';
export type { MessageMetrics, RelayProgress } from './message-metrics.js';
export * from './metrics.js';
export * from './readiness.js';
export * from './telemetry.module.js';
export { openTracing, Tracing, type Spans } from './tracing.js';
