import type { Consumer, EachBatchHandler } from 'kafkajs';
import { once } from 'node:events';
import { NoAnswer } from './failures.js';

export type Consuming = {
  readonly topics: readonly string[];
  readonly concurrency: number;
  /** Milliseconds without activity after which the consumer counts as stalled. */
  readonly stallAfter: number;
  readonly eachBatch: EachBatchHandler;
  /** Partitions were reassigned. */
  readonly joined: () => void;
  readonly signal: AbortSignal;
};

/** Runs until the signal aborts. Throws when the consumer ends by itself or stalls, which kafkajs consumers sometimes do. */
export const consume = async (consumer: Consumer, consuming: Consuming) => {
  const { topics, concurrency, stallAfter, eachBatch, joined, signal } = consuming;
  const { promise: broken, reject } = Promise.withResolvers<never>();
  let lastSign = Date.now();
  const sign = () => void (lastSign = Date.now());
  const { FETCH, HEARTBEAT, GROUP_JOIN, CRASH } = consumer.events;
  for (const event of [FETCH, HEARTBEAT, GROUP_JOIN]) consumer.on(event, sign);
  consumer.on(GROUP_JOIN, joined);
  consumer.on(CRASH, ({ payload }) => reject(payload.error));
  const watch = setInterval(() => {
    if (Date.now() - lastSign > stallAfter) reject(new NoAnswer('Kafka does not respond.'));
  }, stallAfter / 10);
  const run = async () => {
    await consumer.connect();
    await consumer.subscribe({ topics: [...topics], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: concurrency,
      eachBatch,
    });
    if (!signal.aborted) await once(signal, 'abort');
  };
  try {
    await Promise.race([broken, run()]);
  } finally {
    clearInterval(watch);
  }
};
