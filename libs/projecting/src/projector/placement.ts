import type { EventStore, ViewStore } from '@annals/event-sourcing';
import { needsOf, placesIn } from './places.js';
import { placeIn, raise } from '../lanes/slot.js';
import type { Need, Track } from './track.js';

/**
 * Updates each track from the store, which decides, because another process or a restored backup may have moved the
 * checkpoint, and determines what the track needs.
 */
export const placeAll = async (log: EventStore, store: ViewStore, tracks: readonly Track[], apart: number) => {
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

/** One lane builds for all lanes. */
const needOf = ({ slot }: Track, need: Need): Need =>
  need === 'build' && slot && slot.lane > 0 ? 'newer-program' : need;

/** The positions that readers see: with lanes, the position that all of them have reached. */
export const showAll = async (store: ViewStore, tracks: readonly Track[]) => {
  for (const { collection, slot } of tracks) if (slot) await raise(store, collection, slot.of);
};
