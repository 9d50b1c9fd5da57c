import type { RecordedEvent } from '@annals/event-sourcing';
import { batchRequestOf, type BatchRequest } from './batch-request.js';
import type { Connection } from './connection.js';
import { positionOf } from './envelope.js';
import { Pipe } from './pipe.js';
import type { Append } from './append.js';

const UNDER_WAY = 64; // appends

/** Events that another log has recorded, of one stream and in its order. */
export type Adopted = readonly RecordedEvent[];

type Sent = { readonly events: Adopted; readonly stored: Promise<number | undefined> };

/** The server has refused an append and stored others that were sent after it. */
export class OrderLost extends Error {
  constructor() {
    super(
      'The EventStoreDB has refused some events for a moment and stored later ones before them. Begin the copy again, with an empty EventStoreDB.',
    );
  }
}

/**
 * Appends events in the order of another log, many under way. Whatever fails is adopted again, one by one and before anything else,
 * so that the log has a beginning of the other one: events with the same ids at the same revision are stored once. Only a server that
 * refuses one append and takes the next can spoil that, which is noticed by the positions. `alone` adopts what has failed, or is larger
 * than all before it, and returns its position; `done` gets what is stored.
 */
export class InOrder {
  private readonly sent: Sent[] = [];
  private pipe: Pipe | undefined;
  private last = 0;
  /** Size of the largest append that the server has taken; a larger one might be refused, and must then be the last. */
  private taken = 0;

  constructor(
    private readonly connection: Connection,
    private readonly appendOf: (events: Adopted) => Promise<Append>,
    private readonly alone: (events: Adopted) => Promise<number>,
    private readonly done: (events: Adopted) => void,
  ) {}

  /** Waits until there is room. Throws the error of an append, and `OrderLost`. */
  async add(events: Adopted): Promise<void> {
    const append = await this.appendOf(events);
    const size = JSON.stringify(append.events).length;
    if (size > this.taken) {
      await this.flush();
      await this.adopt(events);
      this.taken = size;
      return;
    }
    const pipe = await this.opened();
    this.sent.push({ events, stored: positionIn(pipe, batchRequestOf(append)) });
    if (this.sent.length >= UNDER_WAY) await this.settle();
  }

  /** Returns when everything is stored. */
  async flush(): Promise<void> {
    while (this.sent.length > 0) await this.settle();
  }

  /** After `flush`. */
  close(): void {
    this.pipe?.close();
  }

  private async opened(): Promise<Pipe> {
    if (this.pipe?.isOpen) return this.pipe;
    await this.flush(); // what the other one has not stored comes first
    return (this.pipe = Pipe.open(await this.connection.line(), { ...this.connection.patience, isStrict: true }));
  }

  private async settle() {
    const first = this.sent.shift()!;
    const position = await first.stored;
    if (position !== undefined) return this.passed(first.events, position);
    const rest = this.sent.splice(0);
    await Promise.all(rest.map(({ stored }) => stored));
    for (const { events } of [first, ...rest]) await this.adopt(events);
  }

  private async adopt(events: Adopted) {
    this.passed(events, await this.alone(events));
  }

  private passed(events: Adopted, position: number) {
    if (position <= this.last) throw new OrderLost();
    this.last = position;
    this.done(events);
  }
}

/** `undefined` if it was not stored, or nobody knows; the pipe is closed then. */
const positionIn = (pipe: Pipe, request: BatchRequest): Promise<number | undefined> =>
  pipe.append(request).then(({ position }) => positionOf({ position }), nothing);

const nothing = () => undefined;
