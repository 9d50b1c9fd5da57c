import { OUTGOING_TOPIC, type Publisher } from '@annals/contracts-published';
import type { EventStore, Lease, RecordedEvent, ViewStore } from '@annals/event-sourcing';
import { randomUUID } from 'node:crypto';
import type { KafkaOptions } from './connections.js';
import { kindOf } from './failures.js';
import { RelayLane, type Tenure } from './lane.js';
import type { RelayOptions } from './relay-options.js';

export type RelayStatus = {
  readonly topic: string;
  /** The lanes that this process holds now. */
  readonly lanes: readonly number[];
  /** The position up to which the events of these lanes are in Kafka; `null` until it is known. */
  readonly position: number | null;
  /** Number of log events from the first unsent event to the head; 0 when there is none. */
  readonly lag: number | null;
  /** When the first unsent event was recorded. */
  readonly waitingSince: string | null;
  /** Number of events that Kafka has acknowledged to this process. */
  readonly sent: number;
  /** Why it makes no progress, if it does not, and the name of the class of that error, if it has one. */
  readonly trouble: string | null;
  readonly kind: string | null;
};

const DEFAULTS = { topic: OUTGOING_TOPIC, partitions: 12, lanes: 4, batch: 1_000, ttl: 10_000, lookEvery: 10_000 };
const SAFE = 0.7; // share of a lease's time that is used, because clocks differ and messages take time

/**
 * Sends published events from the log to Kafka: in order per customer and each once, wherever it is stopped. Processes
 * share the lanes by leases. A process that is suspended in the middle of a write for longer than its lease can send
 * events twice: consumers ignore a `ce_id` that they have seen.
 */
export class Relay {
  private readonly options: RelayOptions;
  private readonly members: string;
  private readonly running = new Map<number, RelayLane>();
  private member: Lease | undefined;
  private timer: NodeJS.Timeout | undefined;
  private beating: Promise<unknown> = Promise.resolve();
  private failure: Pick<RelayStatus, 'trouble' | 'kind'> | undefined;
  private sent = 0;

  constructor(
    private readonly log: EventStore,
    private readonly store: ViewStore,
    options: { readonly kafka: KafkaOptions; readonly publisher: Publisher } & Partial<RelayOptions>,
  ) {
    const count: RelayOptions['onSent'] = (events) => {
      this.sent += events.length;
      options.onSent?.(events);
    };
    this.options = { ...DEFAULTS, owner: randomUUID(), ...options, onSent: count };
    this.members = `relay ${this.options.topic} member `;
  }

  /** Throws errors of the store. While Kafka does not answer, `status` says so and sending is retried. */
  async start() {
    await this.beat();
    const beat = () =>
      (this.beating = this.beating.then(() => this.beat()).then(() => (this.failure = undefined), this.isIll));
    this.timer ??= setInterval(() => void beat(), this.options.ttl / 4);
  }

  /** Returns when the events in progress are in Kafka and the lanes are released. */
  async stop() {
    clearInterval(this.timer);
    this.timer = undefined;
    await this.beating;
    await this.giveUp([...this.running.keys()]);
    if (this.member) await this.store.release(this.member);
    this.member = undefined;
  }

  async status(): Promise<RelayStatus> {
    const lanes = [...this.running.keys()].toSorted((one, other) => one - other);
    const ill = [...this.running.values()].find((lane) => lane.trouble);
    const { trouble, kind } = this.failure ?? { trouble: ill?.trouble ?? null, kind: ill?.kind ?? null };
    const own = { topic: this.options.topic, lanes, sent: this.sent, trouble, kind };
    return { ...own, ...(await this.progress()) };
  }

  private async progress() {
    const positions = [...this.running.values()].map(({ position }) => position);
    const known = positions.filter((position) => position !== undefined);
    if (known.length === 0 || known.length < positions.length) return { position: null, lag: null, waitingSince: null };
    const position = Math.min(...known);
    const next = await this.firstAfter(position);
    const lag = next ? (await this.log.head()) - next.position + 1 : 0;
    return { position, lag, waitingSince: next?.recordedAt ?? null };
  }

  private readonly isIll = (error: unknown) => void (this.failure = { trouble: String(error), kind: kindOf(error) });

  private async firstAfter(position: number): Promise<RecordedEvent | undefined> {
    for await (const [first] of this.log.readAll(position, { types: this.options.publisher.types, batch: 1 }))
      return first;
    return undefined;
  }

  private async beat() {
    const { owner, ttl, lanes } = this.options;
    const isKept = this.member && (await this.store.renew(this.member, ttl));
    if (!isKept) this.member = await this.store.lease(`${this.members}${owner}`, owner, ttl);
    await this.keepLanes();
    const share = Math.ceil(lanes / Math.max(1, (await this.store.leases(this.members)).length));
    await this.giveUp([...this.running.keys()].slice(share));
    for (let lane = 0; lane < lanes && this.running.size < share; lane += 1) await this.take(lane);
  }

  private async keepLanes() {
    for (const [lane, { tenure }] of this.running) {
      const until = this.until();
      if (await this.store.renew(tenure.lease, this.options.ttl)) tenure.until = until;
      else this.lose(lane);
    }
  }

  private lose(lane: number) {
    this.running.get(lane)!.cut();
    this.running.delete(lane);
  }

  private async take(lane: number) {
    if (this.running.has(lane)) return;
    const { owner, ttl, lanes, topic } = this.options;
    const until = this.until();
    const lease = await this.store.lease(`relay ${topic} lane ${lane} of ${lanes}`, owner, ttl);
    if (!lease) return;
    const tenure: Tenure = { lease, until };
    this.running.set(lane, new RelayLane(this.log, this.store, this.options, lane, tenure));
  }

  private async giveUp(lanes: readonly number[]) {
    await Promise.all(
      lanes.map(async (lane) => {
        const running = this.running.get(lane)!;
        await running.stop();
        this.running.delete(lane);
        await this.store.release(running.tenure.lease);
      }),
    );
  }

  /** Measured before the store is called, so that the lease ends earlier here than there. */
  private until() {
    return Date.now() + this.options.ttl * SAFE;
  }
}
