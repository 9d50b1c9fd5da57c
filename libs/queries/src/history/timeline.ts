import type { Moment } from '@annals/event-sourcing';
import type { HistoryRow } from '@annals/projections-audit';
import type { Axis } from '@annals/reading';
import { Sequence, upperBound, type Counted, type Entry, type Stretch } from './sequence.js';

const byPosition = (a: Entry, b: Entry) => a.position - b.position;
const byOccurrence = (a: Entry, b: Entry) => a.occurredAt - b.occurredAt || byPosition(a, b);

type Around = { readonly seen: Entry | undefined; readonly next: Entry | undefined };

/** Where the events of a customer lie, in the order in which they were recorded and in that in which they occurred. */
export class Timeline {
  private readonly recorded: Sequence;
  private occurred: Sequence;
  /** Up to each event, the latest time at which one was recorded, since clocks of several processes differ, and at which one occurred. */
  private readonly latestRecorded: number[] = [];
  private readonly latestOccurred: number[] = [];
  private readonly streams = new Map<string, Entry[]>();

  /** Of the files of one customer; a snapshot is due after each `every` events. */
  constructor(
    every: number,
    readonly files: readonly string[] = [],
  ) {
    this.recorded = new Sequence(every);
    this.occurred = new Sequence(every);
  }

  /** Takes rows of the history in the order of the log; those that it has already are passed over. */
  add(rows: readonly HistoryRow[]): void {
    for (const { id, type, stream, revision, position, recordedAt, occurredAt } of rows) {
      if (position <= this.position) continue;
      const times = { recordedAt: Date.parse(recordedAt), occurredAt: Date.parse(occurredAt) };
      const entry = { id, type, stream, revision, position, ...times };
      this.recorded.entries.push(entry);
      this.noteIn(stream, entry);
      this.latestRecorded.push(Math.max(this.latestRecorded.at(-1) ?? -Infinity, times.recordedAt));
      this.latestOccurred.push(Math.max(this.latestOccurred.at(-1) ?? -Infinity, times.occurredAt));
    }
  }

  /** The same events as `until` leaves, in the same order. */
  at(moment: Moment): Counted {
    if ('occurredAt' in moment) {
      const sequence = this.inOrderOfOccurrence();
      const until = moment.occurredAt.getTime();
      const count = upperBound(sequence.entries, (entry) => entry.occurredAt <= until);
      const last = sequence.entries[count - 1];
      return { sequence, count, others: [], last, latest: last?.occurredAt ?? -Infinity };
    }
    if ('position' in moment)
      return this.known(upperBound(this.recorded.entries, ({ position }) => position <= moment.position));
    const until = moment.recordedAt.getTime();
    const count = upperBound(this.latestRecorded, (time) => time <= until);
    return this.known(
      count,
      this.recorded.entries.slice(count).filter(({ recordedAt }) => recordedAt <= until),
    );
  }

  /** The events that count at a moment and not at an earlier one; `undefined` if the first is the later one. */
  between(from: Moment, to: Moment): Stretch | undefined {
    const [since, until] = [this.at(from), this.at(to)];
    if (until.count < since.count) return undefined;
    const known = new Set(since.others.map(({ position }) => position));
    const entries = [...until.sequence.entries.slice(since.count, until.count), ...until.others];
    return { since, entries: entries.filter(({ position }) => !known.has(position)), last: until.last };
  }

  /** The events after the first `count` in the order of an axis, at most `limit`. */
  after(count: number, limit: number, axis: Axis): Stretch {
    const sequence = axis === 'recorded' ? this.recorded : this.inOrderOfOccurrence();
    const before = sequence.entries[count - 1];
    const since = { sequence, count, others: [], last: before, latest: -Infinity };
    const entries = sequence.entries.slice(count, count + limit);
    return { since, entries, last: entries.at(-1) ?? before };
  }

  /** What of a stream was known at a revision, and the event after that; `undefined` if it has no event among them. */
  around(stream: string, revision: number): Around | undefined {
    const entries = this.streams.get(stream);
    if (!entries) return undefined;
    const count = upperBound(entries, (entry) => entry.revision <= revision);
    return { seen: entries[count - 1], next: entries[count] };
  }

  get first(): Entry | undefined {
    return this.recorded.entries[0];
  }

  /** That which occurred before all others. */
  get earliest(): Entry | undefined {
    return this.inOrderOfOccurrence().entries[0];
  }

  get last(): Entry | undefined {
    return this.recorded.entries.at(-1);
  }

  /** Of the last event. */
  get position(): number {
    return this.last?.position ?? 0;
  }

  get length(): number {
    return this.recorded.entries.length;
  }

  get bytes(): number {
    return this.recorded.bytes + this.occurred.bytes;
  }

  /** Leaves out snapshots until it has this size; false if all of it is larger without any. */
  shrinkTo(most: number): boolean {
    while (this.bytes > most) {
      const largest = this.recorded.bytes > this.occurred.bytes ? this.recorded : this.occurred;
      if (!largest.thin()) return false;
    }
    return true;
  }

  private noteIn(stream: string, entry: Entry) {
    const entries = this.streams.get(stream);
    if (entries) entries.push(entry);
    else this.streams.set(stream, [entry]);
  }

  private known(count: number, others: readonly Entry[] = []): Counted {
    const last = others.at(-1) ?? this.recorded.entries[count - 1];
    const latest = others.reduce(
      (time, { occurredAt }) => Math.max(time, occurredAt),
      this.latestOccurred[count - 1] ?? -Infinity,
    );
    return { sequence: this.recorded, count, others, last, latest };
  }

  private inOrderOfOccurrence(): Sequence {
    this.occurred = this.occurred.with(this.recorded.entries.slice(this.occurred.entries.length), byOccurrence);
    return this.occurred;
  }
}
