import { fieldsOf, keysOf, step } from '@annals/event-sourcing';
import type { DocumentWrite, Event, Projection, RecordedEvent } from '@annals/event-sourcing';
import { type AnyProjection, type Changed, type Failure, type Held, UNBORN } from './track.js';

export type Touch = { readonly event: RecordedEvent; readonly keys: readonly string[] };
export type Documents = ReadonlyMap<string, Held>;
export type Changes = ReadonlyMap<string, Changed>;

/** The projection threw on this event. */
export class Unfit extends Error {
  constructor(
    readonly event: RecordedEvent,
    cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

export const failureOn = ({ event, message }: Unfit): Failure => ({
  eventId: event.id,
  position: event.position,
  message,
  since: new Date().toISOString(),
});

/** The events that touch documents, up to the first one whose keys cannot be told. */
export const touchesOf = (projection: AnyProjection, events: readonly RecordedEvent[]) => {
  const touches: Touch[] = [];
  for (const event of events) {
    try {
      const keys = keysOf(erased(projection), event);
      if (keys.length > 0) touches.push({ event, keys });
    } catch (error) {
      return { touches, unfit: new Unfit(event, error) };
    }
  }
  return { touches, unfit: undefined };
};

export const idsOf = (touches: readonly Touch[]): readonly string[] => [
  ...new Set(touches.flatMap(({ keys }) => keys)),
];

/** The documents that differ afterwards. Throws `Unfit`. */
export const fold = (projection: AnyProjection, touches: readonly Touch[], held: Documents): Changes => {
  const changed = new Map<string, Changed>();
  for (const touch of touches) {
    try {
      apply(erased(projection), touch, held, changed);
    } catch (error) {
      throw new Unfit(touch.event, error);
    }
  }
  return changed;
};

const apply = (
  projection: Projection<Event, object>,
  { event, keys }: Touch,
  held: Documents,
  changed: Map<string, Changed>,
) => {
  for (const key of keys) {
    const last = changed.get(key) ?? held.get(key) ?? UNBORN;
    if (event.position <= last.position) continue; // delivered again
    const body = step(projection, last.body, event, key);
    if (body !== last.body) changed.set(key, { position: event.position, body, by: event });
  }
};

/** Throws `Unfit`, since a declared field may not be able to take a document. */
export const writesOf = (projection: AnyProjection, changes: Changes): readonly DocumentWrite[] =>
  [...changes].map(([id, { position, body, by }]) => {
    try {
      return { id, position, body, fields: body ? fieldsOf(erased(projection), body) : {} };
    } catch (error) {
      throw new Unfit(by, error);
    }
  });

/** How many documents there are more than before; fewer if negative. */
export const bornIn = (changes: Changes, held: Documents) => {
  const alive = ({ body }: Held = UNBORN) => (body ? 1 : 0);
  let born = 0;
  for (const [id, now] of changes) born += alive(now) - alive(held.get(id));
  return born;
};

const erased = (projection: AnyProjection) => projection as unknown as Projection<Event, object>;
