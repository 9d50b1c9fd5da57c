import type { Rejected } from './inbound.js';
import type { Place } from './place.js';
import type { Waits } from './waiting.js';

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
  /** Milliseconds without activity after which it reconnects; by default half as long again as a session. */
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
  /** The same for each of its partitions. */
  readonly lags: readonly (Place & { readonly lag: number })[];
  /** Partitions that stand still because their next message fails. */
  readonly waiting: readonly Waits[];
  /** Whether Kafka has answered since the start. */
  readonly isConnected: boolean;
  /** Why it makes no progress, if it does not, and the name of the class of that error, if it has one. */
  readonly trouble: string | null;
  readonly kind: string | null;
};

/**
 * How long it waits, in milliseconds. While a group waits for a member that was killed, a healthy consumer hears nothing for
 * up to `rebalanceTimeout`, and has to wait longer than that.
 */
export const patienceOf = ({ sessionTimeout = 30_000, stallAfter }: Partial<GatewayOptions>) => ({
  sessionTimeout,
  rebalanceTimeout: sessionTimeout,
  stallAfter: stallAfter ?? sessionTimeout * 1.5,
});
