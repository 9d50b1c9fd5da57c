import type { DocumentStore, EventStore } from '@annals/event-sourcing';
import { needsOf, placesIn } from './serving.js';
import { placeIn, raise } from './slot.js';
import type { Need, Track } from './track.js';

/**
 * What is stored is true, whatever is remembered: another process, or a restored backup, may have moved it. Tells each
 * track where it is and what it needs.
 */
export const placeAll = async (log: EventStore, store: DocumentStore, tracks: readonly Track[], apart: number) => {
  const projections = tracks.map(({ projection }) => projection);
  const places = await placesIn(log, store, projections);
  const needs = needsOf(places, apart);
  for (const [index, track] of tracks.entries()) {
    const { collection, checkpoint, made } = places[index]!;
    const { slot } = track;
    const isLane = slot && made === 'by-this-version';
    await track.place(store, collection, isLane ? await placeIn(store, collection, slot, checkpoint) : checkpoint);
    track.need = needOf(track, needs[index]!);
    if (isLane) await raise(store, collection, slot.of);
  }
};

/** One lane builds for all. */
const needOf = ({ slot }: Track, need: Need): Need =>
  need === 'build' && slot && slot.lane > 0 ? 'newer-program' : need;

/** What readers see of tracks that have moved: of lanes, how far all of them are. */
export const showAll = async (store: DocumentStore, tracks: readonly Track[]) => {
  for (const { collection, slot } of tracks) if (slot) await raise(store, collection, slot.of);
};
