import type { Contract } from './contract.js';
import { EventStoreDecorator } from './event-store-decorator.js';
import { NO_STREAM, type EventStore, type EventPlace, type ReadOptions } from './event-store.js';
import { HistoryIncomplete, requireComplete } from './history-incomplete.js';
import { eventUnreadable, streamIncomplete, type LogFault } from './log-fault.js';
import type { NewEvent, RecordedEvent } from './message.js';
import { Newest, type UnknownTypes } from './newest.js';
import { customerAlone } from './subjects.js';

const KIN = 100; // events

export type UpcastingOptions = {
  readonly unknownTypes?: UnknownTypes;
  /** Receives what is found to be wrong with the log, each time that it is met. It must not throw. */
  readonly noted?: (fault: LogFault) => void;
};

/**
 * Shows every event in its newest shape and with everybody whom it is about, so that no rule ever sees a version; the log
 * stays as it was written. Events that cannot be read are left out, except for readers who ask for them.
 */
export class UpcastingEventStore extends EventStoreDecorator {
  private readonly newest: Newest;

  constructor(
    log: EventStore,
    contracts: readonly Contract[],
    private readonly options: UpcastingOptions = {},
  ) {
    super(log);
    this.newest = new Newest(contracts, options.unknownTypes ?? 'shown');
  }

  /** Throws `HistoryIncomplete` as well, also if an event of the stream cannot be read. */
  override async read(stream: string, after = NO_STREAM) {
    try {
      const events = requireComplete(stream, after, await this.log.read(stream, after)).map(this.newest.again);
      const flawed = events.filter(isUnreadable);
      this.note(flawed);
      if (flawed.length > 0) throw new HistoryIncomplete(stream, 'unreadable');
      return events;
    } catch (error) {
      if (error instanceof HistoryIncomplete && error.found !== 'unreadable')
        this.options.noted?.(streamIncomplete(stream, error.found, undefined, error.near));
      throw error;
    }
  }

  override async readAt(places: readonly EventPlace[]) {
    return this.shown(await this.log.readAt(places));
  }

  override append(stream: string, expected: number, events: readonly NewEvent[]) {
    return this.log.append(
      stream,
      expected,
      events.map((event) => this.toStore(event)),
    );
  }

  override async *readAll(after: number, options?: ReadOptions) {
    for await (const batch of this.log.readAll(after, options)) {
      const events = await this.shown(batch, options);
      if (events.length > 0) yield events;
    }
  }

  override async *follow(after: number, signal: AbortSignal, options?: ReadOptions) {
    for await (const batch of this.log.follow(after, signal, options)) {
      const events = await this.shown(batch, options);
      if (events.length > 0) yield events;
    }
  }

  private async shown(batch: readonly RecordedEvent[], options?: ReadOptions): Promise<readonly RecordedEvent[]> {
    const events = batch.map(this.newest.of);
    if (!events.some(isUnreadable)) return events;
    this.note(events.filter(isUnreadable));
    if (!options?.unreadable) return events.filter((event) => !isUnreadable(event));
    return Promise.all(events.map(async (event) => (isUnreadable(event) ? this.withKin(event) : event)));
  }

  private async withKin(event: RecordedEvent): Promise<RecordedEvent> {
    const stream = await this.log.read(event.stream).catch(noneIfIncomplete);
    const kin = stream.map(this.newest.of).filter((other) => !isUnreadable(other));
    return { ...event, unreadable: { ...event.unreadable!, kin: kin.slice(0, KIN) } };
  }

  private note(events: readonly RecordedEvent[]) {
    for (const event of events) this.options.noted?.(eventUnreadable(event));
  }

  private toStore<E extends NewEvent>(event: E): E {
    const subjects = event.subjects ?? this.newest.subjects(event);
    return subjects.join() === customerAlone(event.subject).join() ? event : { ...event, subjects };
  }
}

const isUnreadable = ({ unreadable }: RecordedEvent) => unreadable !== undefined;

const noneIfIncomplete = (error: unknown): readonly RecordedEvent[] => {
  if (error instanceof HistoryIncomplete) return [];
  throw error;
};
