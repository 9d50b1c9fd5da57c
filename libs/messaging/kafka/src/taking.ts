import type { EachBatchPayload, KafkaMessage } from 'kafkajs';
import { staysAlive } from './alive.js';
import type { DeadLetters } from './dead-letters.js';
import { inboundOf } from './inbound.js';
import type { Handled, Inbound, Rejected } from './inbound.js';
import type { Place } from './place.js';
import type { Waiting } from './waiting.js';

const COMMIT_EVERY = 1_000; // milliseconds
const TURN = 2_000; // milliseconds, as nothing more is fetched of any partition until all that was fetched is processed

export type Hands = {
  readonly handle: (message: Inbound) => Promise<Handled>;
  readonly deadLetters: DeadLetters;
  /** Called after a message has been processed. */
  readonly passed: (message: KafkaMessage, place: Place, rejected: Rejected | undefined) => void;
  /** Partitions whose next message fails. */
  readonly waiting: Waiting;
  readonly signal: AbortSignal;
  /** Milliseconds. */
  readonly now: () => number;
};

const NOT_TEXT: Handled = { rejected: { code: 'NotText', message: 'The body is no UTF-8.' } };

/**
 * Processes the messages of one partition in order. A message that fails is left, and its partition is paused until it is tried
 * again; other partitions go on. A batch that takes longer than two seconds is left, to be fetched again. Returns the next offset.
 */
export const takeBatch = async (payload: EachBatchPayload, hands: Hands): Promise<bigint> => {
  const { topic, partition, messages } = payload.batch;
  const goesOn = () => payload.isRunning() && !payload.isStale() && !hands.signal.aborted;
  let next = BigInt(payload.batch.firstOffset() ?? 0);
  let saved = next;
  let saveAt = hands.now() + COMMIT_EVERY;
  const until = hands.now() + TURN;
  const save = async () => {
    if (next === saved) return;
    await payload.commitOffsetsIfNecessary({ topics: [{ topic, partitions: [{ partition, offset: String(next) }] }] });
    saved = next;
    saveAt = hands.now() + COMMIT_EVERY;
  };
  const heartbeat = () => payload.heartbeat();
  for (const message of messages) {
    if (!goesOn() || hands.now() > until) break;
    const passed = await staysAlive(pass(message, { topic, partition }, hands), heartbeat);
    if (!passed) {
      hands.waiting.later({ topic, partition }, payload.pause());
      break;
    }
    payload.resolveOffset(message.offset);
    next = BigInt(message.offset) + 1n;
    // Processed again, a dead letter would be stored twice.
    if (passed.rejected || hands.now() >= saveAt) await save();
    await heartbeat();
  }
  await save();
  return next;
};

/** `undefined` if it failed. */
const pass = async (message: KafkaMessage, place: Place, hands: Hands) => {
  try {
    const rejected = await attempt(message, place, hands);
    hands.waiting.succeeded(place);
    hands.passed(message, place, rejected);
    return { rejected };
  } catch (error) {
    hands.waiting.failed(place, message.offset, error);
    return undefined;
  }
};

const attempt = async (message: KafkaMessage, place: Place, { handle, deadLetters }: Hands) => {
  const inbound = readable(message, place);
  const handled = inbound ? await handle(inbound) : NOT_TEXT;
  if (handled === 'done') return undefined;
  await deadLetters.put(message, place, handled.rejected);
  return handled.rejected;
};

const readable = (message: KafkaMessage, { topic, partition }: Place): Inbound | undefined => {
  try {
    return inboundOf(topic, partition, message);
  } catch {
    return undefined;
  }
};
