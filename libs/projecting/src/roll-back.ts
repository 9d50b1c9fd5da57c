import type { DocumentStore } from '@annals/event-sourcing';
import { alone } from './announcement.js';
import { dropUnlessServed, previousOf, switchBack } from './switching.js';

/** No collection of the view was kept: there was no rebuild, or its last one was dropped. */
export class NothingToRollBackTo extends Error {
  constructor(readonly view: string) {
    super(`${view} has no previous collection.`);
  }
}

/**
 * Serves the collection that the last rebuild has replaced, in one atomic step, from where it was left on; it catches up
 * if the running program is of its version. Answers with its name. Throws `NothingToRollBackTo` and `RebuildRunning`.
 */
export const rollBack = (store: DocumentStore, view: string): Promise<string> =>
  alone(store, view, async () => {
    const previous = await requirePrevious(store, view);
    await switchBack(store, view, previous);
    return previous;
  });

/** Removes the collection that is kept for a roll-back, and answers with its name. Throws the same. */
export const dropPrevious = (store: DocumentStore, view: string): Promise<string> =>
  alone(store, view, async () => {
    const previous = await requirePrevious(store, view);
    await dropUnlessServed(store, view, previous);
    return previous;
  });

const requirePrevious = async (store: DocumentStore, view: string) => {
  const previous = await previousOf(store, view);
  if (previous === undefined) throw new NothingToRollBackTo(view);
  return previous;
};
