import type { EventStore, ViewStore } from '@annals/event-sourcing';
import { findingsOf, placesIn, type Finding, type Place } from './places.js';
import { placesOfLane, raise } from '../lanes/slot.js';
import { readBeside, type Beside, type Track } from './track.js';

/**
 * Updates each track from the store, which decides, because another process or a restored backup may have moved the
 * checkpoint, and finds out how the track goes on. However many views there are, it asks the store a few times.
 */
export const placeAll = async (log: EventStore, store: ViewStore, tracks: readonly Track[], apart: number) => {
  for (const track of tracks) track.change('look', 'projector');
  const projections = tracks.map(({ projection }) => projection);
  const places = await placesIn(log, store, projections);
  const beside = await readBeside(store);
  const own = await ofLane(store, tracks, places, beside);
  for (const [index, track] of tracks.entries()) await track.place(store, own[index]!, beside);
  await showAll(
    store,
    tracks.filter((_, index) => own[index]!.made === 'by-this-version'),
  );
  // By its own position: a lane at the end of the log has nothing to catch up with, even if another lane stands still.
  const findings = findingsOf(own, apart);
  for (const [index, track] of tracks.entries()) found(track, findingOf(track, findings[index]!));
};

/** The places with the checkpoints of the lane of the tracks: all belong to one projector. */
const ofLane = async (
  store: ViewStore,
  [track]: readonly Track[],
  places: readonly Place[],
  { checkpoints }: Beside,
): Promise<readonly Place[]> => {
  const slot = track?.slot;
  if (!slot) return places;
  const made = places.filter((place) => place.made === 'by-this-version');
  const lowest = new Map(made.map(({ collection, checkpoint }) => [collection, checkpoint]));
  const own = await placesOfLane(store, { checkpoints, lowest }, slot);
  return places.map((place) => ({ ...place, checkpoint: own.get(place.collection) ?? place.checkpoint }));
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
  const slot = tracks[0]?.slot; // of all tracks of a projector
  const collections = tracks.map(({ collection }) => collection);
  if (slot) await raise(store, collections, slot.of);
};
