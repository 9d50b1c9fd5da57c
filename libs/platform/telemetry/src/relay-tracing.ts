import { tracingChannel, type TracingChannel } from 'node:diagnostics_channel';

/** What goes by while events are sent to other systems; `error` is there if they were not. */
export type TracedRelay = {
  readonly topic: string;
  readonly events: readonly { readonly traceparent?: string }[];
  readonly error?: unknown;
};
export const relayTracing: TracingChannel<string, TracedRelay> = tracingChannel('annals:relay');
