import { CheckpointConflict, type DocumentStore } from '@annals/event-sourcing';
import { lanesOf } from './switching.js';

/** Where the mark is kept: what a view has beside the served collection is named by the same means. */
const ahead = (view: string) => `${view}/ahead`;

/** The highest position that anything in a collection may have: its lanes can be before its own checkpoint. */
export const furthestIn = async (store: DocumentStore, collection: string): Promise<number> => {
  const names = [collection, ...(await lanesOf(store, collection))];
  const checkpoints = await Promise.all(names.map((name) => store.checkpoint(name)));
  return Math.max(...checkpoints.map((checkpoint) => checkpoint ?? 0));
};

/** Whether a collection holds events that the log no longer has; it cannot go on, whatever the log holds by now. */
export const isAhead = async (store: DocumentStore, view: string, collection: string) =>
  (await store.served(ahead(view))) === collection;

/** Marks it as such for every process. To readers it has passed nothing from now on. */
export const disown = async (store: DocumentStore, view: string, collection: string) => {
  await store.serve(ahead(view), collection); // first: whoever finds the checkpoint at 0 has to find out why
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
