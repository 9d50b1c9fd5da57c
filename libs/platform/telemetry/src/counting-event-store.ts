import { EventStore, type EventPlace, type NewEvent, type ReadOptions } from '@annals/event-sourcing';
import { tracingChannel, type TracingChannel } from 'node:diagnostics_channel';
import type { Metrics } from './metrics.js';

/** The context of an append; `error` is set if it failed. */
export type TracedAppend = { readonly events: readonly NewEvent[]; readonly error?: unknown };
export const appendTracing: TracingChannel<string, TracedAppend> = tracingChannel('annals:append');

/** Counts appended events and publishes appends for tracing. */
export class CountingEventStore extends EventStore {
  constructor(
    private readonly log: EventStore,
    private readonly metrics: Pick<Metrics, 'appended'>,
  ) {
    super();
  }

  async append(stream: string, expected: number, events: readonly NewEvent[]) {
    const append = () => this.log.append(stream, expected, events);
    const receipt = await appendTracing.tracePromise(append, { events });
    for (const { type } of events) this.metrics.appended.inc({ type });
    return receipt;
  }

  read(stream: string) {
    return this.log.read(stream);
  }

  readAt(places: readonly EventPlace[]) {
    return this.log.readAt(places);
  }

  readAll(after: number, options?: ReadOptions) {
    return this.log.readAll(after, options);
  }

  follow(after: number, signal: AbortSignal, options?: ReadOptions) {
    return this.log.follow(after, signal, options);
  }

  identity() {
    return this.log.identity();
  }

  head() {
    return this.log.head();
  }

  close() {
    return this.log.close();
  }
}
