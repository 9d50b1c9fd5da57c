import type { EachBatchPayload } from 'kafkajs';
import { setTimeout as delay } from 'node:timers/promises';
import { BackOff } from './back-off.js';
import { Connections, type KafkaOptions } from './connections.js';
import { consume } from './consuming.js';
import { DeadLetters, deadLettersOf } from './dead-letters.js';
import { patienceOf, type GatewayOptions, type GatewayStatus } from './gateway-options.js';
import type { Handled, Inbound } from './inbound.js';
import type { Place } from './place.js';
import { takeBatch, type Hands } from './taking.js';
import { openTopics } from './topics.js';
import { Waiting } from './waiting.js';

const DEFAULTS = { partitions: 12, concurrency: 4 };
const LONGEST_FETCH = 1_000; // milliseconds, since stopping waits for it
const FINISH_WITHIN = 3_000; // milliseconds, as a process ends within five seconds

/**
 * Passes messages of some topics to `handle`, in order within a partition and each at least once, so `handle` must be
 * idempotent. It returns what becomes of a message; an error that it throws counts as temporary.
 */
export class Gateway {
  private readonly backOff = new BackOff();
  private waiting = new Waiting();
  private readonly lags = new Map<string, Place & { readonly lag: number }>();
  private stopping: AbortController | undefined;
  private ended: Promise<void> = Promise.resolve();
  private passed = 0;
  private deadLetters = 0;
  private isConnected = false;

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
    const lags = [...this.lags.values()];
    const { passed, deadLetters } = this;
    const waiting = this.waiting.all;
    return {
      topics: this.options.topics,
      passed,
      deadLetters,
      lag: lags.reduce((sum, { lag }) => sum + lag, 0),
      lags,
      waiting,
      isConnected: this.isConnected,
      trouble: this.backOff.trouble ?? waiting[0]?.trouble ?? null,
      kind: this.backOff.kind ?? null,
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
        this.waiting.end();
        cut();
      }
    }
  }

  private async consume(connections: Connections, patient: Connections, signal: AbortSignal) {
    const { topics, groupId, partitions, concurrency } = { ...DEFAULTS, ...this.options };
    const { stallAfter, sessionTimeout, rebalanceTimeout } = patienceOf(this.options);
    await openTopics(connections, [...topics, ...topics.map(deadLettersOf)], partitions);
    this.isConnected = true;
    const deadLetters = new DeadLetters(patient);
    await deadLetters.open();
    // Many retries, so that it stays the same member of the group: a new member would wait for the time-out of the old one.
    const consumer = patient.kafka.consumer({
      groupId,
      sessionTimeout,
      rebalanceTimeout,
      heartbeatInterval: sessionTimeout / 10,
      maxWaitTimeInMs: LONGEST_FETCH,
      allowAutoTopicCreation: false,
      retry: { restartOnFailure: () => Promise.resolve(false) },
    });
    const hands = { handle: this.handle, deadLetters, passed: this.hasPassed, signal, now: Date.now };
    try {
      await consume(consumer, {
        ...{ topics, concurrency, stallAfter, signal },
        eachBatch: (payload) => this.take(payload, hands),
        joined: () => {
          this.lags.clear();
          this.waiting.end();
          this.waiting = new Waiting();
          this.backOff.succeeded();
        },
      });
    } finally {
      await Promise.race([consumer.disconnect(), delay(FINISH_WITHIN, undefined, { ref: false })]);
    }
  }

  private async take(payload: EachBatchPayload, hands: Omit<Hands, 'waiting'>) {
    const { topic, partition, highWatermark } = payload.batch;
    const reached = (next: bigint) =>
      void this.lags.set(`${topic}/${partition}`, { topic, partition, lag: Number(BigInt(highWatermark) - next) });
    const passed: Hands['passed'] = (message, ...rest) => {
      reached(BigInt(message.offset) + 1n);
      hands.passed(message, ...rest);
    };
    reached(await takeBatch(payload, { ...hands, passed, waiting: this.waiting }));
  }

  private readonly hasPassed: Hands['passed'] = ({ offset }, place, rejected) => {
    this.passed += 1;
    if (!rejected) return;
    this.deadLetters += 1;
    this.options.onDeadLetter?.({ ...place, offset, rejected });
  };
}
