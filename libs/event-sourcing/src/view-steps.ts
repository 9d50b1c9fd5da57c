import type { Event, Of, RecordedEvent } from './message.js';
import type { Projection } from './projection.js';

/** A step that passes over a record that was never begun. */
export const whenKnown =
  <E extends Event, D extends object>(step: (document: D, event: RecordedEvent<E>) => D | null) =>
  (document: D | null, event: RecordedEvent<E>): D | null =>
    document && step(document, event);

type Revised = { readonly revision: number };

type Steps<E extends Event, D extends Revised> = {
  readonly [T in E['type']]: (
    document: D | null,
    event: RecordedEvent<Of<E, T>>,
    key: string,
  ) => Omit<D, 'revision'> | null;
};

/** Steps whose documents get the revision of the event: for records of one stream each. */
export const revised = <E extends Event, D extends Revised>(steps: Steps<E, D>): Projection<E, D>['on'] => {
  const all = Object.entries(steps) as readonly (readonly [string, Steps<Event, D>[string]])[];
  const stamped = all.map(([type, step]) => [
    type,
    (document: D | null, event: RecordedEvent, key: string) => {
      const next = step(document, event, key);
      return next && { ...next, revision: event.revision };
    },
  ]);
  return Object.fromEntries(stamped) as Projection<E, D>['on'];
};
