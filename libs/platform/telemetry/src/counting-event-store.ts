import { EventStoreDecorator, type EventStore, type NewEvent } from '@annals/event-sourcing';
import { tracingChannel, type TracingChannel } from 'node:diagnostics_channel';
import type { Metrics } from './metrics.js';

/** The context of an append; `error` is set if it failed. */
export type TracedAppend = { readonly events: readonly NewEvent[]; readonly error?: unknown };
export const appendTracing: TracingChannel<string, TracedAppend> = tracingChannel('annals:append');

/** Counts appended events and publishes appends for tracing. */
export class CountingEventStore extends EventStoreDecorator {
  constructor(
    log: EventStore,
    private readonly metrics: Pick<Metrics, 'appended'>,
  ) {
    super(log);
  }

  override async append(stream: string, expected: number, events: readonly NewEvent[]) {
    const append = () => this.log.append(stream, expected, events);
    const receipt = await appendTracing.tracePromise(append, { events });
    for (const { type } of events) this.metrics.appended.inc({ type });
    return receipt;
  }
}
