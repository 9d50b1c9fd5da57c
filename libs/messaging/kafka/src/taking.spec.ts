import type { EachBatchPayload, KafkaMessage } from 'kafkajs';
import type { DeadLetters } from './dead-letters.js';
import { takeBatch } from './taking.js';
import { Waiting } from './waiting.js';

const messageAt = (offset: number) => ({ offset: String(offset), key: null, value: Buffer.from('{}') }) as KafkaMessage;

/** A batch of `count` messages from offset 0 on, and the offsets that were resolved and committed. */
const batchOf = (count: number) => {
  const messages = Array.from({ length: count }, (_, offset) => messageAt(offset));
  const offsets = { resolved: [] as string[], committed: [] as string[] };
  const payload = {
    batch: { topic: 'orders', partition: 0, messages, firstOffset: () => '0' },
    isRunning: () => true,
    isStale: () => false,
    heartbeat: () => Promise.resolve(),
    resolveOffset: (offset: string) => offsets.resolved.push(offset),
    commitOffsetsIfNecessary: (committed: { topics: { partitions: { offset: string }[] }[] }) => {
      offsets.committed.push(committed.topics[0]!.partitions[0]!.offset);
      return Promise.resolve();
    },
  } as unknown as EachBatchPayload;
  return { payload, offsets };
};

const take = async (count: number, lasts: number) => {
  let now = 0;
  const { payload, offsets } = batchOf(count);
  const handle = () => {
    now += lasts;
    return Promise.resolve('done' as const);
  };
  const hands = { handle, deadLetters: {} as DeadLetters, passed: () => undefined, waiting: new Waiting() };
  const next = await takeBatch(payload, { ...hands, signal: new AbortController().signal, now: () => now });
  return { next, ...offsets };
};

it('takes all messages of a batch that is soon done', async () => {
  const { next, resolved, committed } = await take(100, 10);
  expect([next, resolved.length, committed.at(-1)]).toEqual([100n, 100, '100']);
});

it('leaves a long batch after two seconds, committed up to there, so that the partitions of others have their turn', async () => {
  const { next, resolved, committed } = await take(6_000, 100);
  expect([next, resolved.at(-1), committed.at(-1)]).toEqual([21n, '20', '21']);
});
