import { EventStore, type EventPlace, type ReadOptions, type Receipt } from './event-store.js';
import type { ForeignEvents } from './foreign-events.js';
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

  override passedOver(): ForeignEvents {
    return this.log.passedOver();
  }

  override passedBefore(known: ForeignEvents): void {
    this.log.passedBefore(known);
  }

  close(): Promise<void> {
    return this.log.close();
  }
}
