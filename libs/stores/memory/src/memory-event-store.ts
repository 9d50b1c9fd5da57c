import { EventStore, isAt, NO_STREAM, receiptOf, RevisionConflict } from '@annals/event-sourcing';
import type { EventPlace, NewEvent, ReadOptions, Receipt, RecordedEvent } from '@annals/event-sourcing';
import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';

const BATCH = 1_000; // events

/** An event log in memory. */
export class MemoryEventStore extends EventStore {
  private readonly log: RecordedEvent[] = [];
  private readonly streams = new Map<string, RecordedEvent[]>();
  private readonly byId = new Map<string, RecordedEvent>();
  private readonly moves = new EventEmitter().setMaxListeners(0);
  private closed = false;

  /** The first event has the position after `start`. */
  constructor(
    protected readonly start = 0,
    private readonly name: string = randomUUID(),
  ) {
    super();
  }

  async read(stream: string, after = NO_STREAM): Promise<readonly RecordedEvent[]> {
    return (this.streams.get(stream) ?? []).slice(after + 1);
  }

  async readAt(places: readonly EventPlace[]): Promise<readonly RecordedEvent[]> {
    return places.flatMap((place) => {
      const event = this.log[place.position - this.start - 1];
      return event && isAt(event, place) ? [event] : [];
    });
  }

  async append(stream: string, expected: number, events: readonly NewEvent[]): Promise<Receipt> {
    const last = events.at(-1);
    if (!last) throw new Error('An append requires at least one event.');
    const repeated = this.byId.get(last.id);
    if (repeated) return receiptOf(repeated);

    // There is no await between this check and the last push; otherwise two concurrent appends could both pass it.
    const history = this.streams.get(stream) ?? [];
    if (history.length - 1 !== expected) throw new RevisionConflict(stream, expected, history.length - 1);
    refuseKnown(events, this.byId);

    this.streams.set(stream, history);
    const recordedAt = new Date().toISOString();
    for (const event of events) {
      const place = { stream, revision: history.length, position: this.headNow() + 1, recordedAt, log: this.name };
      const stored = { ...(JSON.parse(JSON.stringify(event)) as NewEvent), ...place };
      history.push(stored);
      this.log.push(stored);
      this.byId.set(event.id, stored);
    }
    this.moves.emit('move');
    return receiptOf(history.at(-1)!);
  }

  async *readAll(after: number, options: ReadOptions = {}) {
    yield* this.between(after, this.headNow(), options);
  }

  async *follow(after: number, signal: AbortSignal, options: ReadOptions = {}) {
    const over = () => signal.aborted || this.closed;
    while (!over()) {
      const head = this.headNow();
      for (const batch of this.between(after, head, options)) {
        if (over()) return;
        yield batch;
      }
      after = Math.max(after, head);
      if (!over() && this.headNow() <= after) await once(this.moves, 'move', { signal }).catch(() => undefined);
    }
  }

  async identity() {
    return this.name;
  }

  async head() {
    return this.headNow();
  }

  async close() {
    this.closed = true;
    this.moves.emit('move');
  }

  /** Whether the stream has been appended to, or adopted. */
  protected has(stream: string): boolean {
    return this.streams.has(stream);
  }

  /** Takes events of another log for the beginning of a stream; they stay out of this log. */
  protected adopt(stream: string, events: readonly RecordedEvent[]) {
    this.streams.set(stream, [...events]);
    for (const event of events) this.byId.set(event.id, event);
  }

  private headNow() {
    return this.start + this.log.length;
  }

  private *between(after: number, head: number, options: ReadOptions) {
    for (let page; after < head; after = page.end) {
      page = this.page(after, head, options);
      if (page.events.length > 0) yield page.events;
    }
  }

  private page(after: number, head: number, { types, batch = BATCH }: ReadOptions) {
    const events: RecordedEvent[] = [];
    let end = after;
    while (end < head && events.length < batch) {
      const event = this.log[end++ - this.start]!;
      if (types?.includes(event.type) ?? true) events.push(event);
    }
    return { events, end };
  }
}

const refuseKnown = (events: readonly NewEvent[], known: ReadonlyMap<string, unknown>) => {
  const ids = new Set(events.map(({ id }) => id));
  const clash = events.find(({ id }) => known.has(id))?.id;
  if (clash !== undefined || ids.size < events.length) throw new Error(`Event ${clash ?? ''} is already stored.`);
};
