import type { Admin } from 'kafkajs';
import { setTimeout as delay } from 'node:timers/promises';
import type { Connections } from './connections.js';

/** Creates missing topics with `partitions` partitions; returns the number of partitions of each topic. */
export const openTopics = ({ kafka }: Connections, topics: readonly string[], partitions: number) =>
  withAdmin(kafka.admin(), async (admin) => {
    const present = await admin.listTopics();
    const missing = topics.filter((topic) => !present.includes(topic));
    if (missing.length > 0)
      // Another process may have created it at the same time.
      await admin.createTopics({ topics: missing.map((topic) => ({ topic, numPartitions: partitions })) });
    const { topics: found } = await admin.fetchTopicMetadata({ topics: [...topics] });
    return new Map(found.map(({ name, partitions: all }) => [name, all.length]));
  });

/** The offsets of a partition: `low` of its first message, `high` after its last. */
export type Ends = { readonly low: bigint; readonly high: bigint };

export const endsOf = ({ kafka }: Connections, topic: string): Promise<ReadonlyMap<number, Ends>> =>
  withAdmin(kafka.admin(), async (admin) => {
    const offsets = await admin.fetchTopicOffsets(topic);
    return new Map(offsets.map(({ partition, low, high }) => [partition, { low: BigInt(low), high: BigInt(high) }]));
  });

/** The topic was deleted and made again while it was being filled. */
export class TopicReplaced extends Error {
  constructor(topic: string) {
    super(`${topic} was deleted and made again; it gets every event again.`);
  }
}

type Looking = { readonly topic: string; readonly lookEvery: number };

/** Looks at the ends of a topic until the signal aborts. Throws `TopicReplaced` if one lies below what was sent. */
export const expectTopic = async (
  connections: Connections,
  { topic, lookEvery }: Looking,
  sent: () => ReadonlyMap<number, { readonly end: bigint }>,
  signal: AbortSignal,
): Promise<void> => {
  for (;;) {
    await delay(lookEvery, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
    const before = new Map(sent());
    const ends = await endsOf(connections, topic);
    for (const [partition, { end }] of before)
      if ((ends.get(partition)?.high ?? 0n) < end) throw new TopicReplaced(topic);
  }
};

export const withAdmin = async <T>(admin: Admin, work: (admin: Admin) => Promise<T>): Promise<T> => {
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.disconnect();
  }
};
