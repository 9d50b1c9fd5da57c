import { keysOf, type Event, type Projection, type RecordedEvent } from '@annals/event-sourcing';
import type { AnyProjection } from '../views/any-projection.js';

/**
 * The documents that an event that cannot be read concerns: by the ids in its data as far as they are there, otherwise those
 * that other events of its stream concern; if there are none, its stream stands for them.
 */
export const keysOfUnreadable = (projection: AnyProjection, event: RecordedEvent): readonly string[] => {
  if (!(event.type in projection.on)) return [];
  const own = keysIn(projection, { ...event, data: strict(event.data) });
  if (own) return own;
  const kin = event.unreadable!.kin.flatMap((other) => keysIn(projection, other) ?? []);
  return kin.length > 0 ? [...new Set(kin)] : [event.stream];
};

const keysIn = (projection: AnyProjection, event: RecordedEvent): readonly string[] | undefined => {
  try {
    const keys = keysOf(projection as unknown as Projection<Event, object>, event);
    return keys.every((key: unknown) => typeof key === 'string' && key !== '') ? keys : undefined;
  } catch {
    return undefined;
  }
};

/** Throws where a value is read that is not there, so that no key is made of nothing. */
const strict = (data: object): object =>
  new Proxy(data, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (value === undefined) throw new Error('There is no such value.');
      return typeof value === 'object' && value !== null ? strict(value) : value;
    },
  });
