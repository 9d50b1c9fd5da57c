import { Kafka, logLevel, type KafkaMessage } from 'kafkajs';
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { textsOf, type Headers } from '../src/headers.js';

export const brokers = (process.env['KAFKA_BROKERS'] ?? '').split(',');

export const newTopic = () => `test.${randomUUID()}`;

export const clientOf = (to: readonly string[] = brokers) =>
  new Kafka({ clientId: 'test', brokers: [...to], logLevel: logLevel.NOTHING });

export type Read = {
  readonly partition: number;
  readonly key: string | undefined;
  readonly headers: Headers;
  readonly value: string;
};

/** The current content of a topic, each partition in order. */
export const readTopic = async (topic: string, kafka = clientOf()): Promise<readonly Read[]> => {
  const admin = kafka.admin();
  await admin.connect();
  const open = new Map(
    (await admin.fetchTopicOffsets(topic))
      .filter(({ high, low }) => high !== low)
      .map(({ partition, high }) => [partition, BigInt(high)]),
  );
  await admin.disconnect();
  if (open.size === 0) return [];

  const found: Read[] = [];
  const { promise: done, resolve } = Promise.withResolvers<void>();
  const consumer = kafka.consumer({ groupId: randomUUID(), maxWaitTimeInMs: 100 });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await consumer.run({
    autoCommit: false,
    eachBatch: async ({ batch: { partition, messages } }) => {
      for (const message of messages) found.push(readOf(partition, message));
      if (BigInt(messages.at(-1)!.offset) + 1n >= open.get(partition)!) open.delete(partition);
      if (open.size === 0) resolve();
    },
  });
  await done;
  await consumer.disconnect();
  return found;
};

const readOf = (partition: number, { key, headers, value }: KafkaMessage): Read => ({
  partition,
  key: key?.toString(),
  headers: textsOf(headers),
  value: value?.toString() ?? '',
});

/** Returns when the condition holds; the time limit of the test applies. */
export const eventually = async (holds: () => boolean | Promise<boolean>) => {
  while (!(await holds())) await delay(20);
};
