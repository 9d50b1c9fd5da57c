import type { CloudEvent } from '@annals/contracts-published';
import type { RecordedEvent } from '@annals/event-sourcing';
import type { Producer } from 'kafkajs';
import { messageOf } from './headers.js';
import { partitionOf } from './partition.js';
import type { RelayOptions } from './relay-options.js';
import { inParts } from './relayed.js';
import type { Mark } from './remembered.js';
import { TopicReplaced } from './topics.js';

type Outgoing = ReturnType<typeof messageOf> & { readonly event: CloudEvent };

const justDo: NonNullable<RelayOptions['around']> = (_, send) => send();

/** Sends events to the partitions of one lane and tracks the progress of each. */
export class Sending {
  /** Since when it has been waiting for Kafka, in milliseconds since 1970; `undefined` while it is not. */
  waitingSince: number | undefined;

  constructor(
    private readonly producer: Producer,
    /** The partitions of this lane. */
    readonly marks: Map<number, Mark>,
    /** The identity of the log. */
    private readonly log: string,
    /** Number of partitions of the topic. */
    private readonly partitions: number,
    private readonly options: Pick<RelayOptions, 'topic' | 'publisher' | 'onSent' | 'around'>,
  ) {}

  /** The position that all partitions of the lane have reached. */
  get position(): number {
    return Math.min(...[...this.marks.values()].map(({ relayed }) => relayed));
  }

  /** Sends the next events of the log, except those of other lanes and those already sent. */
  async send(events: readonly RecordedEvent[]) {
    const spread = Map.groupBy(events, ({ subject }) => partitionOf(subject, this.partitions));
    // One partition per request: a client that retries several at once can duplicate messages when a broker fails.
    const sending = [...this.marks].map(([partition, { relayed }]) =>
      this.sendTo(
        partition,
        (spread.get(partition) ?? []).filter(({ position }) => position > relayed),
      ),
    );
    this.waitingSince = Date.now();
    await Promise.all(sending);
    this.waitingSince = undefined;
    this.passed(events.at(-1)!.position);
  }

  private async sendTo(partition: number, due: readonly RecordedEvent[]) {
    const events = due.flatMap((event) => this.options.publisher.publish(event) ?? []);
    for (const part of inParts(events.map((event) => ({ event, ...messageOf(event, this.log) })))) {
      const sent = part.map(({ event }) => event);
      await (this.options.around ?? justDo)(sent, () => this.put(partition, part));
      this.options.onSent?.(sent);
    }
  }

  private async put(partition: number, part: readonly Outgoing[]) {
    const messages = part.map(({ key, value, headers }) => ({ key, value, headers, partition }));
    const [sent] = await this.producer.send({ topic: this.options.topic, acks: -1, messages });
    this.waitingSince = Date.now(); // for the rest
    const begin = BigInt(sent?.baseOffset ?? 0);
    if (begin < (this.marks.get(partition)?.end ?? 0n)) throw new TopicReplaced(this.options.topic);
    const end = begin + BigInt(part.length);
    this.marks.set(partition, { relayed: Number(part.at(-1)!.event.position), end });
  }

  private passed(position: number) {
    for (const [partition, { relayed, end }] of this.marks)
      this.marks.set(partition, { relayed: Math.max(relayed, position), end });
  }
}
