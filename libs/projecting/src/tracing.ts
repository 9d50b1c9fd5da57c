import type { RecordedEvent } from '@annals/event-sourcing';
import { tracingChannel, type TracingChannel } from 'node:diagnostics_channel';

/** What goes by while a batch of events is brought into views; `error` is there if it was not. */
export type TracedBatch = {
  readonly views: readonly string[];
  readonly events: readonly RecordedEvent[];
  readonly error?: unknown;
};
export const batchTracing: TracingChannel<string, TracedBatch> = tracingChannel('annals:batch');
