import { EventStore, type EventPlace, type ReadOptions, type Receipt } from './event-store.js';
import type { LogFault } from './log-fault.js';
import type { NewEvent, RecordedEvent } from './message.js';

/** A log in front of another log, which answers everything that a subclass does not. */
export abstract class EventStoreDecorator extends EventStore {
  constructor(protected readonly log: EventStore) {
    super();
  }

  read(stream: string, after?: number): Promise<readonly RecordedEvent[]> {
    return this.log.read(stream, after);
  }

  append(stream: string, expected: number, events: readonly NewEvent[]): Promise<Receipt> {
    return this.log.append(stream, expected, events);
  }

  readAt(places: readonly EventPlace[]): Promise<readonly RecordedEvent[]> {
    return this.log.readAt(places);
  }

  readAll(after: number, options?: ReadOptions): AsyncIterable<readonly RecordedEvent[]> {
    return this.log.readAll(after, options);
  }

  follow(after: number, signal: AbortSignal, options?: ReadOptions): AsyncIterable<readonly RecordedEvent[]> {
    return this.log.follow(after, signal, options);
  }

  identity(): Promise<string> {
    return this.log.identity();
  }

  head(): Promise<number> {
    return this.log.head();
  }

  override gaps(signal?: AbortSignal): AsyncGenerator<LogFault, void> {
    return this.log.gaps(signal);
  }

  override passedOver(): number {
    return this.log.passedOver();
  }

  close(): Promise<void> {
    return this.log.close();
  }
}
