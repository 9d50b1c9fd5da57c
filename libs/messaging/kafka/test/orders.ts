import { CompressionTypes, type Message } from 'kafkajs';
import { deadLettersOf, Gateway, sourceIdOf } from '../src/index.js';
import type { GatewayOptions, Handled, Inbound } from '../src/index.js';
import { brokers, clientOf, eventually, newTopic } from './topic.js';

/** Processes orders in JSON, each source id once; fails while `broken`. */
export class Orders {
  readonly seen: Inbound[] = [];
  readonly taken = new Map<string, unknown>();
  broken = false;

  readonly handle = async (message: Inbound): Promise<Handled> => {
    this.seen.push(message);
    if (this.broken) throw new Error('The store does not answer.');
    try {
      this.taken.set(sourceIdOf(message), JSON.parse(message.body));
      return 'done';
    } catch {
      return { rejected: { code: 'NotJson', message: 'The body is no JSON.', field: 'body' } };
    }
  };
}

export const stage = () => {
  const topic = newTopic();
  const gateway = (handle: Orders['handle'], options: Partial<GatewayOptions> = {}) =>
    new Gateway(
      { brokers },
      { topics: [topic], groupId: topic, partitions: 2, sessionTimeout: 2_000, ...options },
      handle,
    );
  return { topic, gateway };
};

export const put = async (topic: string, ...messages: Message[]) => {
  const producer = clientOf().producer();
  await producer.connect();
  await producer.send({ topic, messages, compression: CompressionTypes.GZIP });
  await producer.disconnect();
};

export const order = (id: string, key = 'c-1'): Message => ({
  key,
  value: JSON.stringify({ id }),
  headers: { ce_id: id },
});

/** Returns after it has created its topics. */
export const isUp = async (gateway: Gateway, topic: string) => {
  const admin = clientOf().admin();
  await admin.connect();
  await eventually(async () => (await admin.listTopics()).includes(deadLettersOf(topic)));
  await admin.disconnect();
  expect(gateway.status().trouble).toBeNull();
};
