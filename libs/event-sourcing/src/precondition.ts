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

/** Throws `PreconditionFailed`, for a stream without events only when it is called. `undefined` if any revision is expected, or this one. */
export const missedBy = async (
  store: EventStore,
  { stream, revision }: Last,
  expected: number | undefined,
): Promise<(() => never) | undefined> => {
  if (expected === undefined || expected === revision) return undefined;
  const since = revision === NO_STREAM ? [] : await store.read(stream, expected);
  const fail = () => {
    throw new PreconditionFailed(
      stream,
      expected,
      revision,
      since.filter((event) => event.revision <= revision),
    );
  };
  return revision === NO_STREAM ? fail : fail();
};
