import type { RecordedEvent } from '@annals/event-sourcing';
import { tracingChannel, type TracingChannel } from 'node:diagnostics_channel';

/** The context of a traced batch of events; `error` is set if it failed. */
export type TracedBatch = {
  readonly views: readonly string[];
  readonly events: readonly RecordedEvent[];
  readonly error?: unknown;
};
export const batchTracing: TracingChannel<string, TracedBatch> = tracingChannel('annals:batch');
