import type { Consumer, EachBatchPayload, KafkaMessage } from 'kafkajs';
import { randomUUID } from 'node:crypto';
import type { Connections } from './connections.js';
import { logIn, positionIn, textsOf } from './headers.js';
import { endsOf, withAdmin, type Ends } from './topics.js';

/** The end of a partition: `position` of its last event, `undefined` if it contains none, and `log`, the log of that event. */
export type Tail = {
  readonly high: bigint;
  readonly position: number | undefined;
  /** The id of that event. */
  readonly id?: string | undefined;
  readonly log?: string | undefined;
};

const LOOK_BACK = 10n; // messages, because other programs may have written to the topic
const QUICK = {
  maxWaitTimeInMs: 200,
  allowAutoTopicCreation: false,
  retry: { restartOnFailure: () => Promise.resolve(false) },
};
const WITHIN = 30_000; // milliseconds

/** Reads the ends of some partitions. Throws errors of Kafka, and when an end does not arrive in time. */
export const readTails = async (
  connections: Connections,
  topic: string,
  partitions: readonly number[],
): Promise<ReadonlyMap<number, Tail>> => {
  const ends = await endsOf(connections, topic);
  const wanted = new Map(partitions.map((partition) => [partition, ends.get(partition) ?? { low: 0n, high: 0n }]));
  const filled = new Map([...wanted].filter(([, { low, high }]) => high > low));
  const lasts = filled.size > 0 ? await lastEvents(connections, topic, filled) : new Map<number, Last>();
  return new Map(
    [...wanted].map(([partition, { high }]) => [partition, { high, ...NO_EVENT, ...lasts.get(partition) }]),
  );
};

type Last = { readonly position: number; readonly id: string | undefined; readonly log: string | undefined };

const NO_EVENT = { position: undefined, id: undefined, log: undefined };

/** Uses a temporary consumer group, because the client cannot read without one. */
const lastEvents = async ({ kafka }: Connections, topic: string, ends: ReadonlyMap<number, Ends>) => {
  const groupId = `annals-relay-${randomUUID()}`;
  const consumer = kafka.consumer({ groupId, ...QUICK });
  try {
    await consumer.connect();
    await consumer.subscribe({ topic });
    return await readEnds(consumer, topic, ends);
  } finally {
    await consumer.disconnect();
    // What remains of the group is harmless, and brokers delete it after a while.
    await withAdmin(kafka.admin(), (admin) => admin.deleteGroups([groupId])).catch(() => undefined);
  }
};

const lastOf = (messages: readonly KafkaMessage[], before: Last | undefined): Last | undefined =>
  messages.reduce((last, { headers }) => {
    const position = positionIn(headers);
    if (position === undefined) return last;
    return { position, id: textsOf(headers)['ce_id'], log: logIn(headers) };
  }, before);

const readEnds = async (consumer: Consumer, topic: string, ends: ReadonlyMap<number, Ends>) => {
  const lasts = new Map<number, Last>();
  const open = new Map(ends);
  const { promise: read, resolve, reject } = Promise.withResolvers<void>();
  read.catch(() => undefined); // it can fail before it is awaited
  const timer = setTimeout(() => reject(new Error(`The end of ${topic} cannot be read.`)), WITHIN);
  consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
  const eachBatch = async (payload: EachBatchPayload) => {
    const { batch } = payload;
    const end = open.get(batch.partition);
    if (!end || payload.isStale()) return;
    const last = lastOf(batch.messages, lasts.get(batch.partition));
    if (last) lasts.set(batch.partition, last);
    if (BigInt(batch.lastOffset()) >= end.high - 1n) open.delete(batch.partition);
    if (open.size === 0) resolve();
  };
  try {
    await consumer.run({ autoCommit: false, eachBatch });
    for (const [partition, { low, high }] of ends) {
      const from = high - LOOK_BACK > low ? high - LOOK_BACK : low;
      consumer.seek({ topic, partition, offset: String(from) });
    }
    await read;
    return lasts;
  } finally {
    clearTimeout(timer);
  }
};
