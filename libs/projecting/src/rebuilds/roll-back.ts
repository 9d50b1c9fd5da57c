import type { ViewStore } from '@annals/event-sourcing';
import { alone } from './announcement.js';
import { dropUnlessServed, previousOf, switchBack } from './cut-over.js';

/** No previous collection of the view is kept: it was never rebuilt, or the previous one was dropped. */
export class NothingToRollBackTo extends Error {
  constructor(readonly view: string) {
    super(`${view} has no previous collection.`);
  }
}

/**
 * Atomically serves the collection that the last rebuild replaced, in its last state; it catches up if the running program
 * has its version. Returns its name. Throws `NothingToRollBackTo` and `RebuildRunning`.
 */
export const rollBack = (store: ViewStore, view: string): Promise<string> =>
  alone(store, view, async () => {
    const previous = await requirePrevious(store, view);
    await switchBack(store, view, previous);
    return previous;
  });

/** Removes the collection that is kept for a roll-back and returns its name. Throws the same errors. */
export const dropPrevious = (store: ViewStore, view: string): Promise<string> =>
  alone(store, view, async () => {
    const previous = await requirePrevious(store, view);
    await dropUnlessServed(store, view, previous);
    return previous;
  });

const requirePrevious = async (store: ViewStore, view: string) => {
  const previous = await previousOf(store, view);
  if (previous === undefined) throw new NothingToRollBackTo(view);
  return previous;
};
