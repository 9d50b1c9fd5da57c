import { EventStore, NO_STREAM } from '@annals/event-sourcing';
import type { EventPlace, ForeignEvents, LogFault, NewEvent } from '@annals/event-sourcing';
import type { ReadOptions, Receipt, RecordedEvent } from '@annals/event-sourcing';
import type { JSONEventData } from '@eventstore/db-client';
import { Calls } from './calls.js';
import { Connection } from './connection.js';
import { copyOf, marked, proposalOf } from './envelope.js';
import { follow } from './following.js';
import { Foreign } from './foreign.js';
import { gapsIn } from './gaps.js';
import { Identity } from './identity.js';
import { InOrder, type Adopted } from './in-order.js';
import { batches } from './paging.js';
import { USUAL, type Patience } from './patience.js';
import { anchor, Head } from './places.js';
import { PAGE, Reader } from './reading.js';
import { StreamReads } from './stream-reads.js';
import { inOrderOf, readPlaces } from './stretches.js';
import { wantedOf, type Shape } from './wanted.js';
import type { Append } from './append.js';
import { Writer } from './writing.js';

export type EventStoreDbOptions = Partial<Patience> & {
  /**
   * `esdb://user:password@host:2113`, several hosts with commas or `esdb+discover://`; `?tls=false` for one without TLS. The
   * schemes `kurrentdb` and `kdb` mean the same.
   */
  readonly url: string;
  /** Events that are kept of the streams that were read last. */
  readonly kept?: number | undefined;
};

/**
 * The event log in an EventStoreDB 22.6 or newer, single node or cluster. All calls go to the leader. Positions are
 * commit positions: increasing, with gaps. A repeated append is recognised by the event ids that its stream has after the
 * expected revision; ids in other streams are not checked.
 */
export class EventStoreDbEventStore extends EventStore {
  private readonly connection: Connection;
  private readonly reader: Reader;
  private readonly streams: StreamReads;
  private readonly writer: Writer;
  private readonly newest: Head;
  private readonly name: Identity;
  private readonly foreign = new Foreign();
  private readonly calls = new Calls();

  constructor({ url, kept, ...patience }: EventStoreDbOptions) {
    super();
    this.connection = new Connection(url, { ...USUAL, ...patience }, this.calls.over);
    this.reader = new Reader(this.connection);
    this.streams = new StreamReads(this.connection, this.reader, (events) => this.name.recorded(events), kept);
    this.writer = new Writer(this.connection, this.reader);
    this.newest = new Head(this.reader);
    this.name = new Identity(this.reader, this.writer);
  }

  read(stream: string, after = NO_STREAM): Promise<readonly RecordedEvent[]> {
    return this.calls.take(() => this.streams.after(stream, after));
  }

  readAt(places: readonly EventPlace[]): Promise<readonly RecordedEvent[]> {
    return this.calls.take(async () =>
      inOrderOf(places, await this.name.recorded(await readPlaces(this.reader, places))),
    );
  }

  append(stream: string, expected: number, events: readonly NewEvent[]): Promise<Receipt> {
    return this.write(stream, expected, () => events.map(proposalOf));
  }

  /** As `append`, for events recorded by another log: they keep their recording time. */
  adopt(stream: string, expected: number, events: readonly RecordedEvent[]): Promise<Receipt> {
    return this.write(stream, expected, () => events.map(copyOf));
  }

  /** As `adopt`, many under way: see `InOrder`. Nothing else may be appended until it is closed, after a last `flush`. */
  inOrder(alone: (events: Adopted) => Promise<number>, done: (events: Adopted) => void): InOrder {
    const appendOf = async (events: Adopted) => {
      const { stream, revision } = events[0]!;
      return this.appendOf(stream, revision - 1, events.map(copyOf));
    };
    return new InOrder(this.connection, appendOf, alone, done);
  }

  async *readAll(after: number, { types, batch = PAGE }: ReadOptions = {}) {
    const upto = await this.head();
    if (after < upto) yield* batches(this.reader, { after, upto }, this.shape(types, batch));
  }

  follow(after: number, signal: AbortSignal, { types, batch = PAGE }: ReadOptions = {}) {
    const over = AbortSignal.any([signal, this.calls.over]);
    const start = () => anchor(this.reader, after);
    return follow(this.connection, over, { after, start, ...this.shape(types, batch) });
  }

  identity(): Promise<string> {
    return this.calls.take(() => this.name.get());
  }

  /** Adopts the identity of a log that is copied here. */
  adoptIdentity(identity: string): Promise<void> {
    return this.calls.take(() => this.name.adopt(identity));
  }

  head(): Promise<number> {
    return this.calls.take(() => this.newest.now());
  }

  override gaps(signal?: AbortSignal): AsyncGenerator<LogFault, void> {
    return gapsIn(this.connection, this.reader, signal);
  }

  override passedOver(): ForeignEvents {
    return this.foreign.all;
  }

  override passedBefore(known: ForeignEvents): void {
    this.foreign.goOn(known);
  }

  async close() {
    await this.calls.end();
    await this.connection.close();
  }

  private shape(types: readonly string[] | undefined, batch: number): Shape {
    const passed = types ? () => undefined : this.foreign.pass;
    return { wanted: wantedOf(types), batch, passed, logOf: (events) => this.name.ofAll(events) };
  }

  private write(stream: string, expected: number, proposals: () => readonly JSONEventData[]): Promise<Receipt> {
    return this.calls.take(async () => {
      const events = proposals();
      if (events.length === 0) throw new Error('An append requires at least one event.');
      const receipt = await this.writer.append(await this.appendOf(stream, expected, events));
      this.streams.hasAppended();
      return receipt;
    });
  }

  private async appendOf(stream: string, expected: number, events: readonly JSONEventData[]): Promise<Append> {
    const log = await this.name.get();
    return { stream, expected, events: events.map((event) => marked(event, log)) };
  }
}
