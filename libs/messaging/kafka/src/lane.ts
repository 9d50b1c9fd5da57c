import { Fenced } from '@annals/event-sourcing';
import type { DocumentStore, EventStore, Lease } from '@annals/event-sourcing';
import { setTimeout as delay } from 'node:timers/promises';
import { BackOff } from './back-off.js';
import { Connections } from './connections.js';
import type { RelayOptions } from './relay-options.js';
import { goOnAt, requireInLog, requireLog } from './relayed.js';
import { Remembered, type Mark } from './remembered.js';
import { Sending } from './sending.js';
import { readTails } from './tail.js';
import { expectTopic, openTopics } from './topics.js';

/** The lease of a lane. Events sent after `until`, in milliseconds since 1970, might be sent twice. */
export type Tenure = { lease: Lease; until: number };

const UNLIMITED = Number.MAX_SAFE_INTEGER;
const FINISH_WITHIN = 3_000; // milliseconds, as a process ends within five seconds
const PATIENCE = 5_000; // milliseconds
const REMEMBER_EVERY = 1_000; // milliseconds

/** Sends the events of some partitions to Kafka in log order while this process holds the lane. */
export class RelayLane {
  /** The position up to which all its events are in Kafka; `undefined` until it is known. */
  position: number | undefined;
  private readonly backOff = new BackOff();
  private readonly stopping = new AbortController();
  private readonly ended: Promise<void>;
  private connections: readonly Connections[] = [];
  private sending: Sending | undefined;
  /** How far it came before its last error; what is stored may be older. */
  private marks: ReadonlyMap<number, Mark> = new Map();

  constructor(
    private readonly log: EventStore,
    private readonly store: DocumentStore,
    private readonly options: RelayOptions,
    private readonly lane: number,
    readonly tenure: Tenure,
  ) {
    this.ended = this.keepOn();
  }

  get trouble(): string | undefined {
    const { waitingSince = Infinity } = this.sending ?? {};
    return this.backOff.trouble ?? (Date.now() - waitingSince > PATIENCE ? 'Kafka acknowledges nothing.' : undefined);
  }

  /** The name of the class of its error, if it has one. */
  get kind(): string | undefined {
    return this.backOff.kind;
  }

  /** Returns when the events in progress are in Kafka, after three seconds at the latest. */
  async stop() {
    this.stopping.abort();
    await Promise.race([this.ended, delay(FINISH_WITHIN, undefined, { ref: false })]);
    this.cut();
    await this.ended;
  }

  /** Stops at once, because another process holds the lane. */
  cut() {
    this.tenure.until = 0;
    this.stopping.abort();
    for (const each of this.connections) each.cut();
  }

  private async keepOn() {
    const { signal } = this.stopping;
    const mayWrite = () => Date.now() < this.tenure.until;
    while (!signal.aborted) {
      // After any error the sequence numbers of client and broker may differ: a new producer starts at the ends of the partitions.
      const writing = new Connections(this.options.kafka, { mayWrite, retries: UNLIMITED });
      const reading = new Connections(this.options.kafka);
      this.connections = [writing, reading];
      try {
        await this.relay(writing, reading, signal);
      } catch (error) {
        if (error instanceof Fenced) return;
        await this.backOff.failed(error, signal);
      } finally {
        for (const each of this.connections) each.cut();
        this.marks = this.sending?.marks ?? this.marks;
        this.sending = undefined;
      }
    }
  }

  private async relay(writing: Connections, reading: Connections, signal: AbortSignal) {
    const { topic, partitions: wanted } = this.options;
    const partitions = (await openTopics(reading, [topic], wanted)).get(topic)!;
    const log = await this.log.identity();
    const remembered = new Remembered(this.store, topic, partitions, log);
    const marks = await this.placeIn(reading, this.ownOf(partitions), remembered);
    const retry = { retries: UNLIMITED };
    const producer = writing.kafka.producer({ idempotent: true, maxInFlightRequests: 1, retry });
    await producer.connect();
    this.sending = new Sending(producer, marks, log, partitions, this.options);
    await this.followAndLook(this.sending, remembered, reading, signal);
    await producer.disconnect();
  }

  private async placeIn(connections: Connections, own: readonly number[], remembered: Remembered) {
    const known = new Map([...(await remembered.read(own)), ...this.marks]);
    const { topic } = this.options;
    const tails = await readTails(connections, topic, own);
    requireLog(topic, await this.log.identity(), tails.values());
    await requireInLog(topic, this.log, tails.values(), known.values());
    return new Map([...tails].map(([partition, tail]) => [partition, goOnAt(tail, known.get(partition))]));
  }

  private ownOf(partitions: number): readonly number[] {
    const { topic, lanes } = this.options;
    if (partitions < lanes) throw new Error(`${topic} has ${partitions} partitions, too few for ${lanes} lanes.`);
    return Array.from({ length: partitions }, (_, number) => number).filter((number) => number % lanes === this.lane);
  }

  /** Sends, and looks now and then whether the topic was replaced, which nobody would notice where nothing is sent. */
  private async followAndLook(sending: Sending, remembered: Remembered, reading: Connections, signal: AbortSignal) {
    const over = new AbortController();
    const either = AbortSignal.any([signal, over.signal]);
    const end = () => over.abort();
    await Promise.all([
      this.follow(sending, remembered, either).finally(end),
      expectTopic(reading, this.options, () => sending.marks, either).finally(end),
    ]);
  }

  private async follow(sending: Sending, remembered: Remembered, signal: AbortSignal) {
    this.position = sending.position;
    this.backOff.succeeded();
    const remember = () => remembered.write(sending.marks, this.tenure.lease);
    await remember(); // in a topic that was made again, what is sent now is then its end
    let rememberAt = Date.now() + REMEMBER_EVERY;
    const read = { types: this.options.publisher.types, batch: this.options.batch };
    for await (const events of this.log.follow(this.position, signal, read)) {
      await sending.send(events);
      this.position = sending.position;
      if (Date.now() < rememberAt) continue;
      await remember();
      rememberAt = Date.now() + REMEMBER_EVERY;
    }
    await remember();
  }
}
