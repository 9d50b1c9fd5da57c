import { HistoryIncomplete } from '@annals/event-sourcing';
import {
  AccessDeniedError,
  BACKWARDS,
  END,
  type START,
  StreamDeletedError,
  StreamNotFoundError,
} from '@eventstore/db-client';
import type {
  AllStreamRecordedEvent,
  EventStoreDBClient,
  Position,
  RecordedEvent as WireEvent,
  ResolvedEvent,
  StreamingRead,
} from '@eventstore/db-client';
import { collect } from './collect.js';
import type { Connection } from './connection.js';
import { isAnswer, isRefusal } from './failures.js';
import { patiently } from './patience.js';
import { Recent } from './recent.js';

export const PAGE = 1_000; // events

const KNOWN = { most: 10_000, milliseconds: 10_000 };

/** Reads pages of the log and of streams, with retries. */
export class Reader {
  /** Streams that were missing a moment ago and had never existed, so that a command looks at their metadata once. */
  private readonly never = new Recent(KNOWN);

  constructor(private readonly connection: Connection) {}

  /**
   * Events of a stream from a revision on, optionally a limited number; none if the stream does not exist. `begun` is when its
   * caller began to wait, now by default. Throws `HistoryIncomplete` for one that was deleted.
   */
  async stream(name: string, from = 0, { most = Infinity, begun }: StreamLimits = {}): Promise<WireEvent[]> {
    const events: WireEvent[] = [];
    while (events.length < most) {
      const next = (events.at(-1)?.revision ?? BigInt(from) - 1n) + 1n;
      const maxCount = Math.min(PAGE, most - events.length);
      const page = await this.streamPage(name, next, { maxCount, begun });
      events.push(...page);
      if (page.length < maxCount) break;
    }
    return events;
  }

  /** Throws `HistoryIncomplete` for a stream that was soft-deleted, on which EventStoreDB would begin anew. Asks once, without retries. */
  async expectNew(name: string): Promise<void> {
    const { patience } = this.connection;
    await this.expectNever(name, (read) =>
      this.connection.call((client) => collect(read(client), patience.answerWithin)),
    );
  }

  /** To be called when a stream has been begun. */
  begun(name: string): void {
    this.never.delete(name);
  }

  /** A limited number of records of the log from a position on, inclusive, system records included. */
  forwards(fromPosition: Position | typeof START, maxCount: number): Promise<AllStreamRecordedEvent[]> {
    return this.all({ fromPosition, maxCount });
  }

  /** The same backwards from before a position, newest first. */
  backwards(fromPosition: Position | typeof END, maxCount: number): Promise<AllStreamRecordedEvent[]> {
    return this.all({ fromPosition, maxCount, direction: BACKWARDS });
  }

  /** The first event at or after a number that may not be the position of an event, where EventStoreDB fails or finds nothing. */
  async probe(fromPosition: Position): Promise<AllStreamRecordedEvent | undefined> {
    try {
      return (await this.all({ fromPosition, maxCount: 1 }, isAnswer))[0];
    } catch (error) {
      if (error instanceof AccessDeniedError || !isAnswer(error)) throw error;
      return undefined;
    }
  }

  private async streamPage(
    name: string,
    fromRevision: bigint,
    { maxCount, begun }: { readonly maxCount: number; readonly begun: number | undefined },
  ): Promise<WireEvent[]> {
    const { options } = this.connection;
    const read = (client: EventStoreDBClient) => client.readStream(name, { fromRevision, maxCount, ...options });
    try {
      const page = await this.page(read, isRefusal, begun);
      return page.flatMap(({ event }) => event ?? []);
    } catch (error) {
      if (error instanceof StreamDeletedError) throw new HistoryIncomplete(name, 'deleted');
      if (!(error instanceof StreamNotFoundError)) throw error;
      await this.expectNever(name, (read) => this.page(read));
      return [];
    }
  }

  /** A stream that was soft-deleted reads as one that never existed; only its metadata tell. */
  private async expectNever(name: string, ask: Ask): Promise<void> {
    if (name.startsWith('$') || this.never.has(name)) return;
    const { options } = this.connection;
    const last = { direction: BACKWARDS, fromRevision: END, maxCount: 1 } as const;
    try {
      const page = await ask((client) => client.readStream(`$$${name}`, { ...last, ...options }));
      if (page.some(({ event }) => Object.hasOwn((event?.data ?? {}) as object, '$tb')))
        throw new HistoryIncomplete(name, 'deleted');
    } catch (error) {
      if (!(error instanceof StreamNotFoundError)) throw error;
    }
    this.never.add(name);
  }

  private async all(
    what: Parameters<EventStoreDBClient['readAll']>[0],
    isFinal = isRefusal,
  ): Promise<AllStreamRecordedEvent[]> {
    const page = await this.page((client) => client.readAll({ ...what, ...this.connection.options }), isFinal);
    return page.flatMap(({ event }) => event ?? []);
  }

  private page<T>(
    read: (client: EventStoreDBClient) => StreamingRead<T>,
    isFinal = isRefusal,
    begun = performance.now(),
  ): Promise<T[]> {
    const { patience, over } = this.connection;
    const once = () => this.connection.call((client) => collect(read(client), patience.answerWithin));
    const left = patience.patience - (performance.now() - begun);
    return patiently(once, { ...patience, patience: left }, isFinal, over);
  }
}

type StreamLimits = { readonly most?: number; readonly begun?: number };

type Ask = (read: (client: EventStoreDBClient) => StreamingRead<ResolvedEvent>) => Promise<ResolvedEvent[]>;
