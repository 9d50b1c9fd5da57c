import { tracingChannel, type TracingChannel } from 'node:diagnostics_channel';

/** The context of sending events to other systems; `error` is set if it failed. */
export type TracedRelay = {
  readonly topic: string;
  readonly events: readonly { readonly traceparent?: string }[];
  readonly error?: unknown;
};
export const relayTracing: TracingChannel<string, TracedRelay> = tracingChannel('annals:relay');
