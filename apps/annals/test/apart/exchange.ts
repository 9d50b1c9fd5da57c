import { contractsOf } from '@annals/slice';
import { slices } from '@annals/composition';
import { OUTGOING_TOPIC, publisherOf } from '@annals/contracts-published';
import type { EventStore } from '@annals/event-sourcing';
import { CompressionTypes, type Message } from 'kafkajs';
import { expectedOf, foundIn } from '../../../../libs/messaging/kafka/test/logged.js';
import { clientOf, readTopic, type Read } from '../../../../libs/messaging/kafka/test/topic.js';
import { comes } from './patience.js';

/** The view of other systems: messages to and from Annals. */
export class Exchange {
  private readonly kafka;

  constructor(brokers: string) {
    this.kafka = clientOf(brokers.split(','));
  }

  /** Waits for the topic, which a relay creates. */
  async put(topic: string, ...messages: Message[]) {
    await comes(`the topic ${topic}`, () => this.has(topic));
    const producer = this.kafka.producer();
    try {
      await producer.connect();
      await producer.send({ topic, messages, compression: CompressionTypes.GZIP });
    } finally {
      await producer.disconnect();
    }
  }

  async has(topic: string) {
    const admin = this.kafka.admin();
    await admin.connect();
    const topics = await admin.listTopics();
    await admin.disconnect();
    return topics.includes(topic);
  }

  read(topic: string) {
    return readTopic(topic, this.kafka);
  }

  /** Every event to publish is in Kafka once, and the events of each customer are in the order of the log. */
  async expectLike(log: EventStore) {
    const expected = await expectedOf(log, publisherOf(contractsOf(slices).publications));
    const count = [...expected.values()].flat().length;
    await comes(`${count} events in Kafka`, async () => (await this.count(OUTGOING_TOPIC)) >= count);
    expect(foundIn(await this.read(OUTGOING_TOPIC))).toEqual(expected);
  }

  /** As `expectLike`, but a relay that was frozen may have repeated what it was about to send. Returns the number of repeats. */
  async expectAtLeastLike(log: EventStore): Promise<number> {
    const expected = await expectedOf(log, publisherOf(contractsOf(slices).publications));
    const ids = new Set([...expected.values()].flat());
    const found = async () => this.read(OUTGOING_TOPIC);
    await comes(`${ids.size} events in Kafka`, async () => new Set((await found()).map(idOf)).size >= ids.size);
    const all = await found();
    const first = new Map(all.toReversed().map((message) => [idOf(message), message]));
    const once = all.filter((message) => first.get(idOf(message)) === message);
    expect(foundIn(once)).toEqual(expected);
    return all.length - once.length;
  }

  private async count(topic: string) {
    const admin = this.kafka.admin();
    await admin.connect();
    const ends = await admin.fetchTopicOffsets(topic);
    await admin.disconnect();
    return ends.reduce((sum, { high }) => sum + Number(high), 0);
  }
}

const idOf = ({ headers }: Read) => headers['ce_id'];
