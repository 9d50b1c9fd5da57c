import type { RecordedEvent } from '@annals/event-sourcing';
import type { LogRecord } from './log-record.js';

const MOST = 10_000; // events, of all streams together
const LONGEST = 200; // events of a stream

/** The last events of a stream, of which the first has the revision `from`. */
type Known = { readonly from: number; events: readonly RecordedEvent[]; newer: LogRecord[] };

/** A read of a stream that is under way, with the records that are seen meanwhile; `spoilt` if it cannot be kept. */
export type Reading = { readonly stream: string; readonly newer: LogRecord[]; spoilt: boolean };

/** The last events of the streams that were read last, as of the place up to which the log was looked through. */
export class StreamCache {
  private readonly streams = new Map<string, Known>();
  private readonly readings = new Map<string, Set<Reading>>();
  private events = 0;

  constructor(
    /** `undefined` for records that cannot be converted without more. */
    private readonly convert: (record: LogRecord) => RecordedEvent | undefined,
    private readonly most = MOST,
  ) {}

  has(stream: string, after: number): boolean {
    const known = this.streams.get(stream);
    return known !== undefined && known.from <= after + 1;
  }

  /** The events of a stream after a revision; `undefined` if they are not known. */
  get(stream: string, after: number): readonly RecordedEvent[] | undefined {
    const known = this.has(stream, after) ? this.converted(stream) : undefined;
    if (!known) return undefined;
    this.keep(stream, known);
    if (known.from > after + 1) return undefined; // they have become too many
    return known.from === after + 1 ? known.events : known.events.slice(after + 1 - known.from);
  }

  /** To be called before a stream is read. */
  begin(stream: string): Reading {
    const reading = { stream, newer: [], spoilt: false };
    const others = this.readings.get(stream) ?? new Set();
    this.readings.set(stream, others.add(reading));
    return reading;
  }

  /** Keeps what was read: the events of the stream after a revision, as of some moment since `begin`. */
  end(reading: Reading, after: number, read: readonly RecordedEvent[]): void {
    this.leave(reading);
    const { stream, newer, spoilt } = reading;
    const isWhole = read.every(({ revision }, index) => revision === after + 1 + index);
    if (spoilt || !isWhole || (read.length === 0 && after >= 0) || read.length > LONGEST) return;
    const last = after + read.length;
    this.keep(stream, { from: after + 1, events: read, newer: [] });
    for (const record of newer) if (record.revision > last) this.add(record);
  }

  /** Ends a read that has failed. */
  leave(reading: Reading): void {
    const all = this.readings.get(reading.stream);
    all?.delete(reading);
    if (all?.size === 0) this.readings.delete(reading.stream);
  }

  /** Takes a record of the log, after all before it. */
  take(record: LogRecord): void {
    const { stream, type } = record;
    if (stream.startsWith('$$')) return this.drop(stream.slice(2)); // it may be truncated or deleted
    if (type.startsWith('$')) return this.drop(stream); // its tombstone
    for (const reading of this.readings.get(stream) ?? []) reading.newer.push(record);
    this.add(record);
  }

  clear(): void {
    for (const readings of this.readings.values()) for (const reading of readings) reading.spoilt = true;
    this.streams.clear();
    this.events = 0;
  }

  private add(record: LogRecord) {
    const known = this.streams.get(record.stream);
    if (!known) return;
    const next = known.from + known.events.length + known.newer.length;
    if (record.revision !== next) return this.forget(record.stream);
    known.newer.push(record);
    this.events += 1;
    this.limit();
  }

  private drop(stream: string) {
    for (const reading of this.readings.get(stream) ?? []) reading.spoilt = true;
    this.forget(stream);
  }

  private converted(stream: string): Known | undefined {
    const known = this.streams.get(stream)!;
    if (known.newer.length === 0) return known;
    const newer = known.newer.map(this.convert);
    if (newer.includes(undefined)) {
      this.forget(stream);
      return undefined;
    }
    const all = [...known.events, ...(newer as readonly RecordedEvent[])];
    const events = all.slice(-LONGEST);
    return { from: known.from + all.length - events.length, events, newer: [] };
  }

  private keep(stream: string, known: Known) {
    this.forget(stream);
    this.streams.set(stream, known); // as the most recent
    this.events += sizeOf(known);
    this.limit();
  }

  private limit() {
    while (this.events > this.most) this.forget(this.streams.keys().next().value!);
  }

  private forget(stream: string) {
    const known = this.streams.get(stream);
    if (!known) return;
    this.events -= sizeOf(known);
    this.streams.delete(stream);
  }
}

/** An entry without events counts, too. */
const sizeOf = ({ events, newer }: Known) => events.length + newer.length + 1;
