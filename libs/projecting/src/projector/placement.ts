import type { EventStore, ViewStore } from '@annals/event-sourcing';
import { findingsOf, placesIn, type Finding } from './places.js';
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
  const findings = findingsOf(places, apart);
  for (const [index, track] of tracks.entries()) {
    const { collection, checkpoint, made } = places[index]!;
    const { slot } = track;
    const isLane = slot && made === 'by-this-version';
    await track.place(store, collection, isLane ? await placeIn(store, collection, slot, checkpoint) : checkpoint);
    if (isLane) await raise(store, collection, slot.of);
    found(track, findingOf(track, findings[index]!));
  }
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
