import { engineFaultIn, EventStoreDecorator } from '@annals/event-sourcing';
import type { EngineListener, EventStore, NewEvent } from '@annals/event-sourcing';
import { tracingChannel, type TracingChannel } from 'node:diagnostics_channel';
import type { Metrics } from './metrics.js';

/** The context of an append; `error` is set if it failed. */
export type TracedAppend = { readonly events: readonly NewEvent[]; readonly error?: unknown };
export const appendTracing: TracingChannel<string, TracedAppend> = tracingChannel('annals:append');

/** Counts appended events, publishes appends for tracing, and tells of appends to a file that fail or succeed again. */
export class CountingEventStore extends EventStoreDecorator {
  constructor(
    log: EventStore,
    private readonly metrics: Pick<Metrics, 'appended'>,
    private readonly engines?: EngineListener,
  ) {
    super(log);
  }

  override async append(stream: string, expected: number, events: readonly NewEvent[]) {
    const append = () => this.log.append(stream, expected, events);
    const receipt = await appendTracing.tracePromise(append, { events }).catch(this.failed);
    this.engines?.answered('log');
    for (const { type } of events) this.metrics.appended.inc({ type });
    return receipt;
  }

  private readonly failed = (error: unknown): never => {
    const fault = engineFaultIn(error);
    if (fault?.report.product === 'SQLite') this.engines?.failed(fault);
    throw error;
  };
}
