import { fieldsOf, isListed, keysOf, step, UPDATED_AT } from '@annals/event-sourcing';
import type { DocumentWrite, Event, Projection, RecordedEvent } from '@annals/event-sourcing';
import type { AnyProjection } from '../views/any-projection.js';
import type { Failure } from '../parking/failure.js';
import { type Changed, type Held, UNBORN } from './held.js';
import type { IsSkipped } from '../parking/skips.js';
import { keysOfUnreadable } from '../parking/unreadable-keys.js';

/** Events by the document that they change. */
export type EventsByKey = ReadonlyMap<string, readonly RecordedEvent[]>;
export type Documents = ReadonlyMap<string, Held>;
export type Changes = ReadonlyMap<string, Changed>;

/** The projection threw on this event; `key` is the document, unless the keys could not be determined. */
export class ProjectionError extends Error {
  constructor(
    readonly event: RecordedEvent,
    readonly key: string | undefined,
    cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

export const failureOn = ({ event, key, message }: ProjectionError): Failure => ({
  eventId: event.id,
  type: event.type,
  position: event.position,
  message,
  since: new Date().toISOString(),
  ...unreadableOf(event),
  ...(key === undefined ? {} : { key }),
});

const unreadableOf = ({ stream, revision, unreadable }: RecordedEvent): Pick<Failure, 'unreadable'> =>
  unreadable ? { unreadable: { stream, revision, reason: unreadable.reason } } : {};

/** The events up to the first one whose keys cannot be determined, without skipped events. */
export const eventsByKey = (projection: AnyProjection, events: readonly RecordedEvent[], isSkipped?: IsSkipped) => {
  const byKey = new Map<string, RecordedEvent[]>();
  for (const event of events) {
    try {
      const keys = event.unreadable ? keysOfUnreadable(projection, event) : keysOf(erased(projection), event);
      for (const key of keys) {
        if (isSkipped?.(event, key)) continue;
        const known = byKey.get(key);
        if (known) known.push(event);
        else byKey.set(key, [event]);
      }
    } catch (error) {
      return { byKey, projectionError: new ProjectionError(event, undefined, error) };
    }
  }
  return { byKey, projectionError: undefined };
};

/** The result for one document: `projectionError` if an event could not be applied, and `changed` is its state before that event. */
export type Folded = { readonly changed: Changed | undefined; readonly projectionError: ProjectionError | undefined };

export const unreadableIn = (event: RecordedEvent, key: string) =>
  new ProjectionError(event, key, new Error(event.unreadable!.message));

export const foldOne = (
  projection: AnyProjection,
  key: string,
  events: readonly RecordedEvent[],
  held: Held = UNBORN,
): Folded => {
  let last = held;
  let changed: Changed | undefined;
  for (const event of events) {
    if (event.position <= last.position) continue; // delivered again
    if (event.unreadable) return { changed, projectionError: unreadableIn(event, key) };
    try {
      const body = step(erased(projection), last.body, event, key);
      if (body === last.body) continue;
      changed = { position: event.position, body, by: event };
      last = changed;
    } catch (error) {
      return { changed, projectionError: new ProjectionError(event, key, error) };
    }
  }
  return { changed, projectionError: undefined };
};

/** The same with the writes to the store, because computing a declared field may throw, too. */
export const foldToWrite = (
  projection: AnyProjection,
  key: string,
  events: readonly RecordedEvent[],
  held: Held = UNBORN,
): Folded & { readonly write: DocumentWrite | undefined } => {
  const { changed, projectionError } = foldOne(projection, key, events, held);
  if (!changed) return { changed, projectionError, write: undefined };
  try {
    return { changed, projectionError, write: writeOf(projection, key, changed) };
  } catch (error) {
    const before = events.filter(({ position }) => position < changed.position);
    const folded = foldToWrite(projection, key, before, held);
    return { ...folded, projectionError: folded.projectionError ?? (error as ProjectionError) };
  }
};

/** Throws `ProjectionError`. */
export const writeOf = (projection: AnyProjection, id: string, { position, body, by }: Changed): DocumentWrite => {
  try {
    if (body === null) return { id, position, body, fields: {} };
    const stamp = isListed(projection) ? { [UPDATED_AT]: by.recordedAt } : {};
    return { id, position, body, fields: { ...fieldsOf(erased(projection), body), ...stamp } };
  } catch (error) {
    throw new ProjectionError(by, id, error);
  }
};

/** The change in the number of documents; negative if there are fewer. */
export const bornIn = (changes: Changes, held: Documents) => {
  const alive = ({ body }: Held = UNBORN) => (body ? 1 : 0);
  let born = 0;
  for (const [id, now] of changes) born += alive(now) - alive(held.get(id));
  return born;
};

const erased = (projection: AnyProjection) => projection as unknown as Projection<Event, object>;
