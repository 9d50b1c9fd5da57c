import type { RecordedEvent } from '@annals/event-sourcing';
import type { RecordedEvent as WireEvent } from '@eventstore/db-client';
import type { Connection } from './connection.js';
import { isMarked, recorded } from './envelope.js';
import type { LogRecord } from './log-record.js';
import { LogTail } from './log-tail.js';
import type { Reader } from './reading.js';
import { StreamCache } from './stream-cache.js';

type Convert = (events: readonly WireEvent[]) => Promise<readonly RecordedEvent[]>;

/** Reads of streams. Those that are known are not read again: one look at the end of the log tells what is new in all of them. */
export class StreamReads {
  private readonly cache: StreamCache;
  private readonly tail: LogTail;

  constructor(
    connection: Connection,
    private readonly reader: Reader,
    private readonly convert: Convert,
    kept?: number,
  ) {
    this.cache = new StreamCache(ownEvent, kept);
    const seen = (record: LogRecord) => this.cache.take(record);
    this.tail = new LogTail(connection, reader, seen, () => this.cache.clear());
  }

  /** The events of a stream after a revision, as of a moment since the call. Throws as `Reader.stream` does. */
  async after(stream: string, revision: number): Promise<readonly RecordedEvent[]> {
    const begun = performance.now();
    if (this.cache.has(stream, revision) && (await this.tail.reached())) {
      const known = this.cache.get(stream, revision);
      if (known) return known;
    }
    const read = async () => this.convert(await this.reader.stream(stream, revision + 1, { begun }));
    if (!this.tail.isOn) await this.tail.reached(); // begins with it
    return this.tail.isOn ? this.keeping(stream, revision, read) : read();
  }

  /** Events of this process were appended. */
  hasAppended(): void {
    this.tail.hasAppended();
  }

  private async keeping(stream: string, after: number, read: () => Promise<readonly RecordedEvent[]>) {
    const reading = this.cache.begin(stream);
    try {
      const events = await read();
      this.cache.end(reading, after, events);
      return events;
    } catch (error) {
      this.cache.leave(reading);
      throw error;
    }
  }
}

const ownEvent = (record: LogRecord): RecordedEvent | undefined => {
  const event = record.event();
  return isMarked(event) ? recorded(event, '') : undefined;
};
