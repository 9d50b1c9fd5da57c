import type { Contract } from './contract.js';
import { EventStoreDecorator } from './event-store-decorator.js';
import { NO_STREAM, type EventStore, type EventPlace, type ReadOptions } from './event-store.js';
import { requireComplete } from './history-incomplete.js';
import type { NewEvent, RecordedEvent } from './message.js';
import { customerAlone, subjectsOf } from './subjects.js';

/**
 * Shows every event in its newest shape and with everybody whom it is about, so that no rule ever sees a version; the log
 * stays as it was written.
 */
export class UpcastingEventStore extends EventStoreDecorator {
  private readonly contracts: ReadonlyMap<string, Contract>;

  constructor(log: EventStore, contracts: readonly Contract[]) {
    super(log);
    this.contracts = new Map(contracts.map((contract) => [contract.type, contract]));
  }

  /** Throws `HistoryIncomplete` as well. */
  override async read(stream: string, after = NO_STREAM) {
    return this.newest(requireComplete(stream, after, await this.log.read(stream, after)));
  }

  override async readAt(places: readonly EventPlace[]) {
    return this.newest(await this.log.readAt(places));
  }

  override append(stream: string, expected: number, events: readonly NewEvent[]) {
    return this.log.append(
      stream,
      expected,
      events.map((event) => this.toStore(event)),
    );
  }

  override async *readAll(after: number, options?: ReadOptions) {
    for await (const batch of this.log.readAll(after, options)) yield this.newest(batch);
  }

  override async *follow(after: number, signal: AbortSignal, options?: ReadOptions) {
    for await (const batch of this.log.follow(after, signal, options)) yield this.newest(batch);
  }

  private newest(events: readonly RecordedEvent[]): readonly RecordedEvent[] {
    return events.map((event) => {
      const contract = this.contracts.get(event.type);
      const newest =
        contract && event.schemaVersion !== contract.version ? { ...event, ...contract.upcast(event) } : event;
      return { ...newest, subjects: event.subjects ?? this.subjects(newest) };
    });
  }

  private toStore<E extends NewEvent>(event: E): E {
    const subjects = event.subjects ?? this.subjects(event);
    return subjects.join() === customerAlone(event.subject).join() ? event : { ...event, subjects };
  }

  private subjects(event: NewEvent) {
    return subjectsOf(event, this.contracts.get(event.type)?.personPaths ?? []);
  }
}
