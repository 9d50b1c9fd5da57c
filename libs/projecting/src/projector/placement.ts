import type { EventStore, ViewStore } from '@annals/event-sourcing';
import { findingsOf, placesIn, type Finding, type Place } from './places.js';
import { placeIn, raise } from '../lanes/slot.js';
import type { Track } from './track.js';

/**
 * Updates each track from the store, which decides, because another process or a restored backup may have moved the
 * checkpoint, and finds out how the track goes on.
 */
export const placeAll = async (log: EventStore, store: ViewStore, tracks: readonly Track[], apart: number) => {
  for (const track of tracks) track.change('look', 'projector');
  const projections = tracks.map(({ projection }) => projection);
  const places = await placesIn(log, store, projections);
  const own: Place[] = [];
  for (const [index, track] of tracks.entries()) own.push(await placeOf(store, track, places[index]!));
  // By its own position: a lane at the end of the log has nothing to catch up with, even if another lane stands still.
  const findings = findingsOf(own, apart);
  for (const [index, track] of tracks.entries()) found(track, findingOf(track, findings[index]!));
};

const placeOf = async (store: ViewStore, track: Track, place: Place): Promise<Place> => {
  const { collection, made } = place;
  const { slot } = track;
  const isLane = slot && made === 'by-this-version';
  const checkpoint = isLane ? await placeIn(store, collection, slot, place.checkpoint) : place.checkpoint;
  await track.place(store, collection, checkpoint);
  if (isLane) await raise(store, collection, slot.of);
  return { ...place, checkpoint };
};

const found = (track: Track, finding: Finding) => {
  if (track.failure) track.change('stopped', 'projector');
  else if (finding === 'behind' || finding === 'outdated') track.errand = finding;
  else track.change(finding, 'projector');
};

/** One lane builds for all lanes. */
const findingOf = ({ slot }: Track, finding: Finding): Finding =>
  finding === 'outdated' && slot && slot.lane > 0 ? 'foreign' : finding;

/** The positions that readers see: with lanes, the position that all of them have reached. */
export const showAll = async (store: ViewStore, tracks: readonly Track[]) => {
  for (const { collection, slot } of tracks) if (slot) await raise(store, collection, slot.of);
};
