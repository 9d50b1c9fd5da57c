import type { Consumer, EachBatchPayload, KafkaMessage } from 'kafkajs';
import { randomUUID } from 'node:crypto';
import { Connections, type KafkaOptions } from './connections.js';
import { deadLettersOf } from './dead-letters.js';
import { textsOf, type Headers } from './headers.js';
import { endsOf, withAdmin, type Ends } from './topics.js';

/** A message that could not be processed. `id` names topic, partition and offset of the message itself. */
export type Letter = {
  readonly id: string;
  readonly topic: string;
  readonly code: string;
  readonly message: string;
  /** When it was set aside, ISO 8601. */
  readonly at: string;
  readonly key: string | null;
  /** Those of the message itself. */
  readonly headers: Headers;
  readonly value: Buffer | null;
  /** Whether `value` describes a message that was too large; such a one cannot be replayed. */
  readonly isDescription: boolean;
};

const WITHIN = 30_000; // milliseconds
const MOST = 100_000; // letters of a topic

/** The dead letters of some topics, the oldest first, each once; of each topic the newest 100,000. */
export const readLetters = async (kafka: KafkaOptions, topics: readonly string[]): Promise<readonly Letter[]> => {
  const connections = new Connections(kafka);
  try {
    const present = await withAdmin(connections.kafka.admin(), (admin) => admin.listTopics());
    const found: Letter[] = [];
    for (const topic of topics.filter((each) => present.includes(deadLettersOf(each))))
      found.push(...(await lettersIn(connections, deadLettersOf(topic))));
    return [...new Map(found.map((letter) => [letter.id, letter])).values()].toSorted((one, other) =>
      one.at < other.at ? -1 : 1,
    );
  } finally {
    connections.cut();
  }
};

/** Sends the message of a dead letter to its topic again, under its key and with its headers. Throws for a description. */
export const replayLetter = async (
  kafka: KafkaOptions,
  { topic, key, value, headers, ...letter }: Letter,
): Promise<void> => {
  if (letter.isDescription)
    throw new Error(`${letter.id} was too large and is only described; its source has to send it.`);
  const connections = new Connections(kafka);
  const producer = connections.kafka.producer({ idempotent: true, maxInFlightRequests: 1 });
  try {
    await producer.connect();
    await producer.send({ topic, acks: -1, messages: [{ key, value, headers: { ...headers } }] });
    await producer.disconnect();
  } finally {
    connections.cut();
  }
};

const lettersIn = async (connections: Connections, topic: string): Promise<readonly Letter[]> => {
  const ends = new Map([...(await endsOf(connections, topic))].filter(([, { low, high }]) => high > low));
  if (ends.size === 0) return [];
  const groupId = `annals-letters-${randomUUID()}`;
  const consumer = connections.kafka.consumer({ groupId, maxWaitTimeInMs: 200, allowAutoTopicCreation: false });
  try {
    await consumer.connect();
    await consumer.subscribe({ topic, fromBeginning: true });
    return (await messagesUpTo(consumer, topic, ends)).slice(-MOST).map(letterOf);
  } finally {
    await consumer.disconnect();
    await withAdmin(connections.kafka.admin(), (admin) => admin.deleteGroups([groupId])).catch(() => undefined);
  }
};

const messagesUpTo = async (consumer: Consumer, topic: string, ends: ReadonlyMap<number, Ends>) => {
  const messages: KafkaMessage[] = [];
  const open = new Map(ends);
  const { promise: read, resolve, reject } = Promise.withResolvers<void>();
  const timer = setTimeout(() => reject(new Error(`${topic} cannot be read.`)), WITHIN);
  consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
  const eachBatch = async ({ batch }: EachBatchPayload) => {
    const end = open.get(batch.partition);
    if (!end) return;
    timer.refresh();
    messages.push(...batch.messages.filter(({ offset }) => BigInt(offset) < end.high));
    if (BigInt(batch.lastOffset()) >= end.high - 1n) open.delete(batch.partition);
    if (open.size === 0) resolve();
  };
  try {
    await consumer.run({ autoCommit: false, eachBatch });
    await read;
    return messages;
  } finally {
    clearTimeout(timer);
  }
};

const letterOf = ({ key, value, headers, timestamp }: KafkaMessage): Letter => {
  const texts = textsOf(headers);
  const of = (name: string) => texts[`dead-letter-${name}`] ?? '';
  const own = Object.entries(texts).filter(([name]) => !name.startsWith('dead-letter-'));
  return {
    ...{ id: of('id'), topic: of('topic'), code: of('code'), message: of('message') },
    at: new Date(Number(timestamp)).toISOString(),
    key: key?.toString() ?? null,
    headers: Object.fromEntries(own),
    value,
    isDescription: of('form') === 'description',
  };
};
