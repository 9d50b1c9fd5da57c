import type { RecordedEvent } from '@annals/event-sourcing';
import type { Database, Statement } from 'better-sqlite3';

const MOST = 20_000; // streams
const LONGEST = 200; // events of a stream

/**
 * Recently read or written streams, because rules often need the same customer. Cleared as soon as another connection
 * has written to the file.
 */
export class StreamCache {
  private readonly streams = new Map<string, Held>();
  private readonly dataVersion: Statement<[], number>;
  private seen: number | undefined;

  constructor(
    database: Database,
    private readonly most = MOST,
  ) {
    this.dataVersion = database.prepare<[], number>('PRAGMA data_version').pluck();
  }

  /** Must be called at the beginning of each snapshot of the file, before anything else is read in it. */
  look() {
    const version = this.dataVersion.get();
    if (version !== this.seen) this.streams.clear();
    this.seen = version;
  }

  get(stream: string): readonly RecordedEvent[] | undefined {
    return this.streams.get(stream)?.events();
  }

  set(stream: string, events: readonly RecordedEvent[]) {
    this.hold(stream, new Held(events));
  }

  private hold(stream: string, held: Held) {
    this.streams.delete(stream); // becomes the most recent
    if (held.length > LONGEST) return;
    this.streams.set(stream, held);
    if (this.streams.size > this.most) this.streams.delete(this.streams.keys().next().value!);
  }

  /** Adds `count` events that this connection appended; `events` is called only when they are read. */
  append(stream: string, expected: number, count: number, events: () => readonly RecordedEvent[]) {
    const known = this.streams.get(stream);
    if (known?.length === expected + 1) this.hold(stream, known.with(count, events));
    else this.streams.delete(stream);
  }
}

/** A stream whose last events are parsed on demand, because most are never read. */
class Held {
  private newer: (() => readonly RecordedEvent[])[] = [];
  length: number;

  constructor(private known: readonly RecordedEvent[]) {
    this.length = known.length;
  }

  with(count: number, events: () => readonly RecordedEvent[]): this {
    this.newer.push(events);
    this.length += count;
    return this;
  }

  events(): readonly RecordedEvent[] {
    if (this.newer.length > 0) this.known = [...this.known, ...this.newer.flatMap((parse) => parse())];
    this.newer = [];
    return this.known;
  }
}
