import { EventStore, type NewEvent, type ReadOptions } from '@annals/event-sourcing';
import type { Metrics } from './metrics.js';

/** Counts what is appended through it. */
export class CountingEventStore extends EventStore {
  constructor(
    private readonly log: EventStore,
    private readonly metrics: Pick<Metrics, 'appended'>,
  ) {
    super();
  }

  async append(stream: string, expected: number, events: readonly NewEvent[]) {
    const receipt = await this.log.append(stream, expected, events);
    for (const { type } of events) this.metrics.appended.inc({ type });
    return receipt;
  }

  read(stream: string) {
    return this.log.read(stream);
  }

  readAll(after: number, options?: ReadOptions) {
    return this.log.readAll(after, options);
  }

  follow(after: number, signal: AbortSignal, options?: ReadOptions) {
    return this.log.follow(after, signal, options);
  }

  head() {
    return this.log.head();
  }

  close() {
    return this.log.close();
  }
}
