import { CheckpointConflict, type Commit, type DocumentStore } from '@annals/event-sourcing';
import { hash } from '../rebuilds/hash.js';

/** One of several lanes: the documents whose keys belong to it. */
export type Slot = { readonly lane: number; readonly of: number };

export const isOf = ({ lane, of }: Slot, key: string) => hash(key) % of === lane;

/** The name of a lane's checkpoint; the checkpoint of the collection itself is the lowest of all lanes. */
export const ledgerOf = (collection: string, slot: Slot | undefined) =>
  slot ? `${collection}.lane-${slot.lane}-of-${slot.of}` : collection;

type Checkpoints = ReadonlyMap<string, number>;

/**
 * The checkpoints of a lane by collection, of the `checkpoints` that are stored. A new lane, or one from before the number of
 * lanes changed, starts at the checkpoint of the collection, which `lowest` has.
 */
export const placesOfLane = async (
  store: DocumentStore,
  { checkpoints, lowest }: { readonly checkpoints: Checkpoints; readonly lowest: Checkpoints },
  slot: Slot,
): Promise<Checkpoints> => {
  const commits: Commit[] = [];
  const places = new Map<string, number>();
  for (const [collection, start] of lowest) {
    const ledger = ledgerOf(collection, slot);
    if (!checkpoints.has(ledger)) await store.open({ name: ledger, fields: {}, indexes: [] });
    const expected = checkpoints.get(ledger) ?? 0;
    if (expected < start) commits.push({ collection: ledger, writes: [], checkpoint: { expected, next: start } });
    places.set(collection, Math.max(expected, start));
  }
  if (commits.length > 0) await store.commit(commits);
  return places;
};

/** Moves the checkpoint of each collection to that of its slowest lane: all of them by one commit, because there are many views. */
export const raise = async (store: DocumentStore, collections: readonly string[], of: number): Promise<void> => {
  const checkpoints = await store.checkpoints();
  const commits = collections.flatMap((collection) => raisedIn(checkpoints, collection, of));
  if (commits.length === 0) return;
  try {
    await store.commit(commits);
  } catch (error) {
    if (!(error instanceof CheckpointConflict)) throw error;
    await raise(store, collections, of);
  }
};

/** Nothing of a collection that was dropped, or whose lanes are no further. */
const raisedIn = (checkpoints: Checkpoints, collection: string, of: number): readonly Commit[] => {
  const expected = checkpoints.get(collection);
  if (expected === undefined) return [];
  const lanes = Array.from({ length: of }, (_, lane) => checkpoints.get(ledgerOf(collection, { lane, of })) ?? 0);
  const next = Math.min(...lanes);
  return next > expected ? [{ collection, writes: [], checkpoint: { expected, next } }] : [];
};
