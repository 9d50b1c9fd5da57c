import { isAt, type EventPlace, type RecordedEvent } from '@annals/event-sourcing';
import type { RecordedEvent as WireEvent } from '@eventstore/db-client';
import type { Reader } from './reading.js';

const GAP = 50; // revisions: reading that many unneeded events costs less than another request
const AT_ONCE = 32; // requests

/** Revisions of one stream, both inclusive. */
type Stretch = { readonly stream: string; readonly from: number; readonly to: number };

/** The events at these places, and others between them, in any order: EventStoreDB is read by stream. */
export const readPlaces = async (reader: Reader, places: readonly EventPlace[]): Promise<readonly WireEvent[]> => {
  const stretches = stretchesOf(places);
  const events: WireEvent[] = [];
  for (let index = 0; index < stretches.length; index += AT_ONCE) {
    const reads = stretches.slice(index, index + AT_ONCE);
    const pages = await Promise.all(
      reads.map(({ stream, from, to }) => reader.stream(stream, from, { most: to - from + 1 })),
    );
    events.push(...pages.flat());
  }
  return events;
};

/** The events that are at these places, in their order. */
export const inOrderOf = (
  places: readonly EventPlace[],
  events: readonly RecordedEvent[],
): readonly RecordedEvent[] => {
  const found = new Map(events.map((event) => [event.position, event]));
  return places.flatMap((place) => {
    const event = found.get(place.position);
    return event && isAt(event, place) ? [event] : [];
  });
};

const stretchesOf = (places: readonly EventPlace[]): readonly Stretch[] =>
  [...Map.groupBy(places, ({ stream }) => stream)].flatMap(([stream, those]) => {
    const revisions = those.map(({ revision }) => revision).toSorted((one, other) => one - other);
    const stretches: Stretch[] = [];
    for (const revision of revisions) {
      const last = stretches.at(-1);
      if (last && revision - last.to <= GAP) stretches.splice(-1, 1, { ...last, to: revision });
      else stretches.push({ stream, from: revision, to: revision });
    }
    return stretches;
  });
