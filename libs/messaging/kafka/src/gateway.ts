import type { EachBatchPayload } from 'kafkajs';
import { setTimeout as delay } from 'node:timers/promises';
import { BackOff } from './back-off.js';
import { Connections, type KafkaOptions } from './connections.js';
import { consume } from './consuming.js';
import { DeadLetters, deadLettersOf } from './dead-letters.js';
import type { Handled, Inbound, Rejected } from './inbound.js';
import { takeBatch, type Hands, type Place } from './taking.js';
import { openTopics } from './topics.js';

/** The origin of a dead letter. */
export type DeadLetter = Place & { readonly offset: string; readonly rejected: Rejected };

export type GatewayOptions = {
  readonly topics: readonly string[];
  /** The same in every process that shares the work. */
  readonly groupId: string;
  /** Partitions of topics that are created; default 12. */
  readonly partitions?: number;
  /** Number of partitions that are processed at the same time; default 4. */
  readonly concurrency?: number;
  /** Milliseconds without activity after which it reconnects; default 30,000. */
  readonly stallAfter?: number;
  /** Milliseconds without a heartbeat after which other processes take over; default 30,000. */
  readonly sessionTimeout?: number;
  readonly onDeadLetter?: (letter: DeadLetter) => void;
};

export type GatewayStatus = {
  readonly topics: readonly string[];
  /** Messages processed, and dead letters, since this process started. */
  readonly passed: number;
  readonly deadLetters: number;
  /** Number of messages of its partitions that are not processed yet. */
  readonly lag: number;
  /** Why it makes no progress, if it does not. */
  readonly trouble: string | null;
};

const DEFAULTS = { partitions: 12, concurrency: 4, stallAfter: 30_000, sessionTimeout: 30_000 };
const LONGEST_FETCH = 1_000; // milliseconds, since stopping waits for it
const FINISH_WITHIN = 10_000; // milliseconds

/**
 * Passes messages of some topics to `handle`, in order within a partition and each at least once, so `handle` must be
 * idempotent. It returns what becomes of a message; an error that it throws counts as temporary.
 */
export class Gateway {
  private readonly backOff = new BackOff();
  private readonly lags = new Map<string, bigint>();
  private stopping: AbortController | undefined;
  private ended: Promise<void> = Promise.resolve();
  private passed = 0;
  private deadLetters = 0;

  constructor(
    private readonly kafka: KafkaOptions,
    private readonly options: GatewayOptions,
    private readonly handle: (message: Inbound) => Promise<Handled>,
  ) {}

  /** While Kafka does not answer, `status` says so and connecting is retried. */
  async start() {
    if (this.stopping) return;
    this.stopping = new AbortController();
    this.ended = this.keepOn(this.stopping.signal);
  }

  /** Returns when the messages in progress are finished and the partitions are released. */
  async stop() {
    this.stopping?.abort();
    await this.ended;
    this.stopping = undefined;
  }

  status(): GatewayStatus {
    const lag = [...this.lags.values()].reduce((sum, each) => sum + each, 0n);
    const { passed, deadLetters } = this;
    return {
      topics: this.options.topics,
      passed,
      deadLetters,
      lag: Number(lag),
      trouble: this.backOff.trouble ?? null,
    };
  }

  private async keepOn(signal: AbortSignal) {
    while (!signal.aborted) {
      const connections = new Connections(this.kafka);
      const patient = new Connections(this.kafka, { retries: Number.MAX_SAFE_INTEGER });
      const cut = () => [connections, patient].forEach((each) => each.cut());
      // Without Kafka a graceful end is impossible.
      const cutLater = () => void setTimeout(cut, FINISH_WITHIN).unref();
      signal.addEventListener('abort', cutLater);
      try {
        await this.consume(connections, patient, signal);
      } catch (error) {
        await this.backOff.failed(error, signal);
      } finally {
        signal.removeEventListener('abort', cutLater);
        cut();
      }
    }
  }

  private async consume(connections: Connections, patient: Connections, signal: AbortSignal) {
    const { topics, groupId, partitions, concurrency, stallAfter, sessionTimeout } = { ...DEFAULTS, ...this.options };
    await openTopics(connections, [...topics, ...topics.map(deadLettersOf)], partitions);
    const deadLetters = new DeadLetters(patient);
    await deadLetters.open();
    // Many retries, so that it stays the same member of the group: a new member would wait for the time-out of the old one.
    const consumer = patient.kafka.consumer({
      groupId,
      sessionTimeout,
      heartbeatInterval: sessionTimeout / 10,
      maxWaitTimeInMs: LONGEST_FETCH,
      allowAutoTopicCreation: false,
      retry: { restartOnFailure: () => Promise.resolve(false) },
    });
    const hands: Hands = { handle: this.handle, deadLetters, passed: this.hasPassed, backOff: this.backOff, signal };
    try {
      await consume(consumer, {
        ...{ topics, concurrency, stallAfter, signal },
        eachBatch: (payload) => this.take(payload, hands),
        joined: () => {
          this.lags.clear();
          this.backOff.succeeded();
        },
      });
    } finally {
      await Promise.race([consumer.disconnect(), delay(FINISH_WITHIN, undefined, { ref: false })]);
    }
  }

  private async take(payload: EachBatchPayload, hands: Hands) {
    const next = await takeBatch(payload, hands);
    const { topic, partition, highWatermark } = payload.batch;
    this.lags.set(`${topic}/${partition}`, BigInt(highWatermark) - next);
  }

  private readonly hasPassed: Hands['passed'] = ({ offset }, place, rejected) => {
    this.passed += 1;
    if (!rejected) return;
    this.deadLetters += 1;
    this.options.onDeadLetter?.({ ...place, offset, rejected });
  };
}
