import type { RecordedEvent } from '@annals/event-sourcing';
import type { Database, Statement } from 'better-sqlite3';

const MOST = 20_000; // streams
const LONGEST = 200; // events of a stream

/**
 * Whole streams that were read or written last, since a rule asks for the same customer again and again. Forgets everything
 * as soon as another connection has written to the file.
 */
export class StreamCache {
  private readonly streams = new Map<string, readonly RecordedEvent[]>();
  private readonly dataVersion: Statement<[], number>;
  private seen: number | undefined;

  constructor(
    database: Database,
    private readonly most = MOST,
  ) {
    this.dataVersion = database.prepare<[], number>('PRAGMA data_version').pluck();
  }

  /** To be asked before the stream is read from the file: what somebody writes between the two is noticed at the next question. */
  get(stream: string): readonly RecordedEvent[] | undefined {
    const version = this.dataVersion.get();
    if (version !== this.seen) this.streams.clear();
    this.seen = version;
    return this.streams.get(stream);
  }

  set(stream: string, events: readonly RecordedEvent[]) {
    this.streams.delete(stream); // to the end of those that leave
    if (events.length > LONGEST) return;
    this.streams.set(stream, events);
    if (this.streams.size > this.most) this.streams.delete(this.streams.keys().next().value!);
  }

  /** What this connection has appended itself; `events` is asked only for a stream that is known up to there. */
  append(stream: string, expected: number, events: () => readonly RecordedEvent[]) {
    const known = this.streams.get(stream);
    if (known?.length === expected + 1) this.set(stream, [...known, ...events()]);
    else this.streams.delete(stream);
  }
}
