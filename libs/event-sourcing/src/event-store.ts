import type { NewEvent, RecordedEvent } from './message.js';

/** The revision of a stream that has no events yet. */
export const NO_STREAM = -1;

/** Where a stream ended when a command was done; a reader that has passed `position` sees its effect. */
export type Receipt = { readonly stream: string; readonly revision: number; readonly position: number };

export const receiptOf = ({ stream, revision, position }: Receipt): Receipt => ({
  stream,
  revision,
  position,
});

/** Somebody else appended first. Nothing was stored. */
export class RevisionConflict extends Error {
  constructor(
    readonly stream: string,
    readonly expected: number,
    readonly actual: number,
  ) {
    super(`${stream} is at revision ${actual}, not ${expected}.`);
  }
}

/** The log failed, and whether it has stored the events cannot be said: append them again, and they are stored once. */
export class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown';

  constructor(cause: unknown) {
    super(`Whether the log was written is unknown, append again: ${String(cause)}`, { cause });
  }
}

/** `types` keeps only those event types; `batch` is the most events that come at once, 1,000 unless told. */
export type ReadOptions = { readonly types?: readonly string[] | undefined; readonly batch?: number };

/** The event log. Every adapter passes `eventStoreContract` of @annals/testing. */
export abstract class EventStore {
  /** All events of a stream, oldest first; empty if there is no such stream. */
  abstract read(stream: string): Promise<readonly RecordedEvent[]>;

  /**
   * Stores all events or none, at least one. Events whose ids are stored already are answered with their
   * first receipt. Throws `RevisionConflict`, or `OutcomeUnknown` when the log fails.
   */
  abstract append(stream: string, expected: number, events: readonly NewEvent[]): Promise<Receipt>;

  /** Every event after a position (0 is the beginning) up to the head of now, in log order, in batches that are never empty. */
  abstract readAll(after: number, options?: ReadOptions): AsyncIterable<readonly RecordedEvent[]>;

  /** As `readAll`, and then whatever is appended, by any process, until `signal` aborts. */
  abstract follow(after: number, signal: AbortSignal, options?: ReadOptions): AsyncIterable<readonly RecordedEvent[]>;

  /** Tells this log from every other: a UUID that was made with it. A copy of the log, and a restored one, keep it. */
  abstract identity(): Promise<string>;

  /** The position of the last event, 0 for an empty log. */
  abstract head(): Promise<number>;

  /** Lets go of files, connections and timers. Calls under way are finished first. */
  abstract close(): Promise<void>;
}
