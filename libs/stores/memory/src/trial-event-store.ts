import { isAt } from '@annals/event-sourcing';
import type { EventPlace, EventStore, NewEvent, ReadOptions, Receipt, RecordedEvent } from '@annals/event-sourcing';
import { MemoryEventStore } from './memory-event-store.js';

/**
 * A log over another one, which is read and never written: appended events are kept in memory, behind those that the other
 * log had at the beginning. For dry runs.
 */
export class TrialEventStore extends MemoryEventStore {
  /** `head` is that of the base at the beginning. */
  constructor(
    private readonly base: EventStore,
    head: number,
    identity: string,
  ) {
    super(head, identity);
  }

  static async over(base: EventStore): Promise<TrialEventStore> {
    return new TrialEventStore(base, await base.head(), await base.identity());
  }

  override async read(stream: string, after?: number): Promise<readonly RecordedEvent[]> {
    if (this.has(stream)) return super.read(stream, after);
    return (await this.base.read(stream, after)).filter(({ position }) => position <= this.start);
  }

  override async append(stream: string, expected: number, events: readonly NewEvent[]): Promise<Receipt> {
    const given = structuredClone(events); // the caller may change them meanwhile
    if (!this.has(stream)) {
      const stored = await this.read(stream);
      if (!this.has(stream)) this.adopt(stream, stored);
    }
    return super.append(stream, expected, given);
  }

  override async readAt(places: readonly EventPlace[]): Promise<readonly RecordedEvent[]> {
    const stored = await this.base.readAt(places.filter(({ position }) => position <= this.start));
    const found = [...stored, ...(await super.readAt(places))];
    return places.flatMap((place) => found.find((event) => isAt(event, place)) ?? []);
  }

  override async *readAll(after: number, options: ReadOptions = {}) {
    yield* this.stored(after, options);
    yield* super.readAll(Math.max(after, this.start), options);
  }

  override async *follow(after: number, signal: AbortSignal, options: ReadOptions = {}) {
    yield* this.stored(after, options);
    yield* super.follow(Math.max(after, this.start), signal, options);
  }

  override async close() {
    await super.close();
    await this.base.close();
  }

  private async *stored(after: number, options: ReadOptions) {
    if (after >= this.start) return;
    for await (const batch of this.base.readAll(after, options)) {
      const events = batch.filter(({ position }) => position <= this.start);
      if (events.length > 0) yield events;
      if (events.length < batch.length) return;
    }
  }
}
