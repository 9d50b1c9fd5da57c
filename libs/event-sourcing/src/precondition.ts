import { NO_STREAM, type EventStore } from './event-store.js';
import type { RecordedEvent } from './message.js';

/** The caller decided on another revision than the last. Nothing was stored; `since` are the events that it has not seen. */
export class PreconditionFailed extends Error {
  constructor(
    readonly stream: string,
    readonly expected: number,
    /** The last revision, or `NO_STREAM`. */
    readonly actual: number,
    readonly since: readonly RecordedEvent[],
  ) {
    super(`${stream} has changed since revision ${expected}.`);
  }
}

type Last = Pick<RecordedEvent, 'stream' | 'revision'>;

/**
 * Throws `PreconditionFailed`, for a stream without events only when it is called. `undefined` if any revision is expected, or
 * this one, or one since when nothing has happened to the record `isOwn`.
 */
export const missedBy = async (
  store: EventStore,
  { stream, revision }: Last,
  expected: number | undefined,
  isOwn?: (event: RecordedEvent) => boolean,
): Promise<(() => never) | undefined> => {
  if (expected === undefined || expected === revision) return undefined;
  const later = revision === NO_STREAM ? [] : await store.read(stream, expected);
  const since = later.filter((event) => event.revision <= revision && (isOwn?.(event) ?? true));
  if (isOwn && since.length === 0 && expected < revision) return undefined;
  const fail = () => {
    throw new PreconditionFailed(stream, expected, (isOwn && since.at(-1)?.revision) ?? revision, since);
  };
  return revision === NO_STREAM ? fail : fail();
};
