import { AccessDeniedError, BACKWARDS, type END, type START, StreamNotFoundError } from '@eventstore/db-client';
import type {
  AllStreamRecordedEvent,
  EventStoreDBClient,
  Position,
  RecordedEvent as WireEvent,
  StreamingRead,
} from '@eventstore/db-client';
import type { Connection } from './connection.js';
import { isAnswer, isRefusal, NoAnswer } from './failures.js';
import { patiently } from './patience.js';

export const PAGE = 1_000; // events

/** Reads pages of the log and of streams, each again while it fails. */
export class Reader {
  constructor(private readonly connection: Connection) {}

  /** All events of a stream from a revision on, or the first few; none if there is no such stream. */
  async stream(name: string, from = 0, most = Infinity): Promise<WireEvent[]> {
    const events: WireEvent[] = [];
    while (events.length < most) {
      const next = (events.at(-1)?.revision ?? BigInt(from) - 1n) + 1n;
      const maxCount = Math.min(PAGE, most - events.length);
      const page = await this.streamPage(name, next, maxCount);
      events.push(...page);
      if (page.length < maxCount) break;
    }
    return events;
  }

  /** Up to so many events of the log, those of EventStoreDB itself as well, from a position on and with it. */
  forwards(fromPosition: Position | typeof START, maxCount: number): Promise<AllStreamRecordedEvent[]> {
    return this.all({ fromPosition, maxCount });
  }

  /** The same from before a position backwards, newest first. */
  backwards(fromPosition: Position | typeof END, maxCount: number): Promise<AllStreamRecordedEvent[]> {
    return this.all({ fromPosition, maxCount, direction: BACKWARDS });
  }

  /** The first event at or after what may not be a position at all; there, EventStoreDB fails or finds nothing. */
  async probe(fromPosition: Position): Promise<AllStreamRecordedEvent | undefined> {
    try {
      return (await this.all({ fromPosition, maxCount: 1 }, isAnswer))[0];
    } catch (error) {
      if (error instanceof AccessDeniedError || !isAnswer(error)) throw error;
      return undefined;
    }
  }

  private async streamPage(name: string, fromRevision: bigint, maxCount: number): Promise<WireEvent[]> {
    const { options } = this.connection;
    try {
      const page = await this.page((client) => client.readStream(name, { fromRevision, maxCount, ...options }));
      return page.flatMap(({ event }) => event ?? []);
    } catch (error) {
      if (error instanceof StreamNotFoundError) return [];
      throw error;
    }
  }

  private async all(
    what: Parameters<EventStoreDBClient['readAll']>[0],
    isFinal = isRefusal,
  ): Promise<AllStreamRecordedEvent[]> {
    const page = await this.page((client) => client.readAll({ ...what, ...this.connection.options }), isFinal);
    return page.flatMap(({ event }) => event ?? []);
  }

  private page<T>(read: (client: EventStoreDBClient) => StreamingRead<T>, isFinal = isRefusal): Promise<T[]> {
    const { patience } = this.connection;
    const once = () => this.connection.call((client) => collect(read(client), patience.answerWithin));
    return patiently(once, patience, isFinal);
  }
}

/** Everything that a read gives; `NoAnswer` once nothing has come for so many milliseconds. */
const collect = async <T>(reading: StreamingRead<T>, silence: number): Promise<T[]> => {
  const items: T[] = [];
  const done = Promise.withResolvers<void>();
  const timer = setTimeout(() => done.reject(new NoAnswer(silence)), silence);
  reading.on('data', (item) => {
    timer.refresh();
    items.push(item);
  });
  // The listener stays: an error that comes later and finds none would end the process.
  reading.on('end', done.resolve).on('error', done.reject);
  try {
    await done.promise;
    return items;
  } catch (error) {
    void reading.cancel().catch(() => undefined);
    throw error;
  } finally {
    clearTimeout(timer);
  }
};
