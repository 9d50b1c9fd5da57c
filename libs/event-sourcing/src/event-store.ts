import { NO_FOREIGN_EVENTS, type ForeignEvents } from './foreign-events.js';
import type { Found } from './finding.js';
import type { LogFault } from './log-fault.js';
import type { NewEvent, RecordedEvent } from './message.js';

/** The revision of a stream without events. */
export const NO_STREAM = -1;

/** The end of a stream after a command; a reader that has passed `position` sees its effect. */
export type Receipt = {
  /** @example customer-c-1001 */
  readonly stream: string;
  /** @example 3 */
  readonly revision: number;
  /** @example 412 */
  readonly position: number;
  /** What the caller should know although the command was carried out. */
  readonly warnings?: readonly Found[];
};

export const receiptOf = ({ stream, revision, position }: Receipt): Receipt => ({
  stream,
  revision,
  position,
});

/** Another append was faster. Nothing was stored. */
export class RevisionConflict extends Error {
  constructor(
    readonly stream: string,
    readonly expected: number,
    readonly actual: number,
  ) {
    super(`${stream} is at revision ${actual}, not ${expected}.`);
  }
}

/** The log failed, and it is unknown whether the events were stored. Appended again, they are stored once. */
export class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown';

  constructor(cause: unknown) {
    super(`Whether the log was written is unknown, append again: ${String(cause)}`, { cause });
  }
}

/** What stores the log takes no append of this size: the same append is always refused, and nothing of it is stored. */
export class AppendTooLarge extends Error {
  override readonly name = 'AppendTooLarge';

  constructor(stream: string, cause: unknown) {
    super(`An append to ${stream} is larger than the server of the log accepts: ${String(cause)}`, { cause });
  }
}

/** Where an event lies in the log. */
export type EventPlace = Pick<RecordedEvent, 'stream' | 'revision' | 'position'>;

export const isAt = (event: EventPlace, { stream, revision, position }: EventPlace): boolean =>
  event.position === position && event.revision === revision && event.stream === stream;

/**
 * `types` selects event types; `batch` is the maximum number of events in a batch, by default 1,000. Events of Annals that
 * cannot be read are left out, unless `unreadable` asks for them: each has `RecordedEvent.unreadable` then.
 */
export type ReadOptions = {
  readonly types?: readonly string[] | undefined;
  readonly batch?: number;
  readonly unreadable?: boolean | undefined;
};

/** The event log. Every adapter passes `eventStoreContract` of @annals/testing. */
export abstract class EventStore {
  /**
   * The events of a stream, oldest first: all of them, or those after a revision. Empty if the stream does not exist or
   * has none.
   */
  abstract read(stream: string, after?: number): Promise<readonly RecordedEvent[]>;

  /**
   * Stores all events or none; at least one is required. Events whose ids are already stored return their first receipt.
   * Throws `RevisionConflict`, `AppendTooLarge`, or `OutcomeUnknown` when the log fails.
   */
  abstract append(stream: string, expected: number, events: readonly NewEvent[]): Promise<Receipt>;

  /** The events at these places, in their order; a place where the log has no such event is left out. */
  abstract readAt(places: readonly EventPlace[]): Promise<readonly RecordedEvent[]>;

  /** Every event after a position (0 is the start) up to the current head, in log order, in non-empty batches. */
  abstract readAll(after: number, options?: ReadOptions): AsyncIterable<readonly RecordedEvent[]>;

  /** As `readAll`, followed by events that any process appends, until `signal` aborts. */
  abstract follow(after: number, signal: AbortSignal, options?: ReadOptions): AsyncIterable<readonly RecordedEvent[]>;

  /** The identity of the log: a UUID created with it. Copied and restored logs keep it. */
  abstract identity(): Promise<string>;

  /** The position of the last event, 0 for an empty log. */
  abstract head(): Promise<number>;

  /**
   * What is missing in the log, as far as that can be seen without reading events; nothing if it cannot. The event loop is
   * never blocked for long. It ends early when `signal` aborts.
   */
  async *gaps(signal?: AbortSignal): AsyncGenerator<LogFault, void> {
    if (signal?.aborted) return; // a log that cannot see them ends at once in any case
  }

  /** The events of other programs that this handle has passed over while it read all types, with those that were known before. */
  passedOver(): ForeignEvents {
    return NO_FOREIGN_EVENTS;
  }

  /** Goes on counting events of other programs after those that are known. Does nothing when more is known. */
  passedBefore(known: ForeignEvents): void {
    void known; // a log without other programs has none
  }

  /** Releases files, connections and timers after calls in progress have finished. */
  abstract close(): Promise<void>;
}
