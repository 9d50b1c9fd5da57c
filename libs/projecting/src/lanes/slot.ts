import { CheckpointConflict, type DocumentStore } from '@annals/event-sourcing';
import { hash } from '../rebuilds/hash.js';

/** One of several lanes: the documents whose keys belong to it. */
export type Slot = { readonly lane: number; readonly of: number };

export const isOf = ({ lane, of }: Slot, key: string) => hash(key) % of === lane;

/** The name of a lane's checkpoint; the checkpoint of the collection itself is the lowest of all lanes. */
export const ledgerOf = (collection: string, slot: Slot | undefined) =>
  slot ? `${collection}.lane-${slot.lane}-of-${slot.of}` : collection;

/** The checkpoint of a lane. A new lane, or one from before the number of lanes changed, starts at the checkpoint of the collection. */
export const placeIn = async (store: DocumentStore, collection: string, slot: Slot, lowest: number) => {
  const ledger = ledgerOf(collection, slot);
  await store.open({ name: ledger, fields: {}, indexes: [] });
  const expected = (await store.checkpoint(ledger)) ?? 0;
  if (expected >= lowest) return expected;
  await store.commit([{ collection: ledger, writes: [], checkpoint: { expected, next: lowest } }]);
  return lowest;
};

/** Moves the checkpoint of the collection to that of its slowest lane and returns it. */
export const raise = async (store: DocumentStore, collection: string, of: number): Promise<number> => {
  const ledgers = Array.from({ length: of }, (_, lane) => ledgerOf(collection, { lane, of }));
  const expected = (await store.checkpoint(collection)) ?? 0;
  const lanes = await Promise.all(ledgers.map((ledger) => store.checkpoint(ledger)));
  const next = Math.min(...lanes.map((checkpoint) => checkpoint ?? 0));
  if (next <= expected) return expected;
  try {
    await store.commit([{ collection, writes: [], checkpoint: { expected, next } }]);
    return next;
  } catch (error) {
    if (error instanceof CheckpointConflict) return raise(store, collection, of);
    throw error;
  }
};
