import { CheckpointConflict, type DocumentStore, type ServedViews } from '@annals/event-sourcing';
import { lanesOf, markAhead, type Places } from '../rebuilds/cut-over.js';
import { NO_LOG, rememberOrigin } from './origin.js';

/** The highest position in a collection: its lanes can be ahead of the checkpoint of the collection. */
export const furthestIn = async (
  store: Pick<Places, 'checkpoint' | 'collections'>,
  collection: string,
): Promise<number> => {
  const names = [collection, ...(await lanesOf(store, collection))];
  const checkpoints = await Promise.all(names.map((name) => store.checkpoint(name)));
  return Math.max(...checkpoints.map((checkpoint) => checkpoint ?? 0));
};

/** Marks it for every process. From now on it counts as having passed no position. */
export const disown = async (store: DocumentStore & ServedViews, view: string, collection: string) => {
  await markAhead(store, view, collection); // first, so that a process that finds the checkpoint at 0 also finds the reason
  await rememberOrigin(store, collection, NO_LOG);
  for (const name of [...(await lanesOf(store, collection)), collection]) await sendBack(store, name);
};

const sendBack = async (store: DocumentStore, name: string): Promise<void> => {
  const expected = await store.checkpoint(name);
  if (!expected) return;
  try {
    await store.commit([{ collection: name, writes: [], checkpoint: { expected, next: 0 } }]);
  } catch (error) {
    if (!(error instanceof CheckpointConflict)) throw error;
    await sendBack(store, name);
  }
};
