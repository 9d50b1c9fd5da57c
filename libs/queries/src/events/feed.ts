import { EventStore, type RecordedEvent } from '@annals/event-sourcing';
import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Readable, type Writable } from 'node:stream';
import { queryProblems } from '../queries.problems.js';
import { frames, orSilence, seenThrough } from './frames.js';
import type { Lens } from './lens.js';

/** `next` is what to ask for `after` the next time; at the head of the log `events` is empty. */
export type EventPage = { readonly events: readonly RecordedEvent[]; readonly next: number };

type Types = readonly string[] | undefined;
export type StreamOptions = {
  /** Also asked for no events when there is nothing to send, so that a stream ends whose reader may not read any more. */
  readonly lens?: Lens;
  /** Whose streams are counted together. */
  readonly reader?: string;
  /** In milliseconds. */
  readonly heartbeat?: number;
  /** The problem with which a stream ends that cannot go on; without it, the stream fails. */
  readonly problemOf?: (error: unknown) => object;
};

const asTheyAre: Lens = async (events) => events;

const HEARTBEAT = 15_000; // ms
const [BATCH, PATIENCE] = [100, 1_000]; // events; ms
const MOST_READ = 10_000; // events
const MOST_STREAMS = 20; // of one reader

/** The log as a feed: page by page, or as server-sent events that end with the reader or with the application. */
@Injectable()
export class EventFeed implements BeforeApplicationShutdown {
  private readonly shutdown = new AbortController();
  /** The open streams, with their readers and their ends. */
  private readonly responses = new Map<Writable, { readonly reader: string; readonly closed: Promise<void> }>();

  constructor(private readonly store: EventStore) {}

  /** Open streams would keep the server from closing; a reader that has stopped reading is cut off. */
  async beforeApplicationShutdown() {
    this.shutdown.abort();
    await orSilence(Promise.all([...this.responses.values()].map(({ closed }) => closed)), PATIENCE);
    for (const response of this.responses.keys()) response.destroy();
  }

  /** Throws `HttpProblem` 400 `PositionBeyondHead`, because a reader of another log would wait for ever. */
  async expectReached(position: number): Promise<number> {
    const head = await this.store.head();
    if (position > head) throw queryProblems.problem('PositionBeyondHead', { position, head });
    return head;
  }

  /** Where a reader may see little of the log, a page may hold less than the limit before its end. */
  async page(after: number, limit: number, types: Types, lens = asTheyAre): Promise<EventPage> {
    const head = await this.expectReached(after); // before reading: what comes later is for the next page
    const events: RecordedEvent[] = [];
    let [read, seen] = [0, after];
    for await (const batch of this.store.readAll(after, { types, batch: limit })) {
      events.push(...(await lens(batch)));
      [read, seen] = [read + batch.length, batch.at(-1)!.position];
      if (events.length >= limit || read >= MOST_READ) break;
    }
    const page = events.slice(0, limit);
    if (page.length === limit) return { events: page, next: page.at(-1)!.position };
    return { events: page, next: read >= MOST_READ ? seen : Math.max(seen, head) };
  }

  /** Server-sent events for a response, pulled from the log no faster than it takes them. Throws `HttpProblem` 429 `TooManyStreams`. */
  stream(after: number, types: Types, response: Writable, options: StreamOptions = {}): Readable {
    const { lens = asTheyAre, heartbeat = HEARTBEAT, reader: name = '', problemOf } = options;
    this.expectRoom(name);
    const closed = new Promise<void>((resolve) => response.once('close', resolve));
    this.responses.set(response, { reader: name, closed });
    void closed.then(() => this.responses.delete(response));
    const reader = new AbortController();
    const signal = AbortSignal.any([reader.signal, this.shutdown.signal]);
    const batches = seenThrough(lens, this.store.follow(after, signal, { types, batch: BATCH }));
    const confirm = async () => {
      try {
        await lens([]);
      } catch (error) {
        reader.abort(); // or the source would wait for the next event before it ends
        throw error;
      }
    };
    const source = frames(batches, { heartbeat, confirm, problemOf });
    return new Readable({
      read() {
        source.next().then(
          ({ done, value }) => this.push(done ? null : value),
          (error: Error) => this.destroy(error),
        );
      },
      destroy(error, done) {
        reader.abort(); // first, or the source would wait for the next event before it returns
        void source.return().catch(() => undefined);
        done(error);
      },
    });
  }

  private expectRoom(reader: string) {
    const open = [...this.responses.values()].filter((each) => each.reader === reader).length;
    if (open >= MOST_STREAMS)
      throw queryProblems.problem('TooManyStreams', { most: MOST_STREAMS }, { 'Retry-After': '5' });
  }
}
