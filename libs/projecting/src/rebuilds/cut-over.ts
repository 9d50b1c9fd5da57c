import type { DocumentStore, ServedViews } from '@annals/event-sourcing';
import type { Actor, CollectionEvent, CollectionState } from '../machine/machine.js';
import { nextCollectionState } from '../machine/transitions.js';
import { buildOf } from './builds.js';

type ReadStore = DocumentStore & ServedViews;

/** What is served, how far it is, and which collections there are. */
export type Places = Pick<ReadStore, 'served' | 'checkpoint' | 'collections'>;

/** The places of all views as they are now, read at the cost of one. */
export const placesNow = async (store: ReadStore): Promise<Places> => {
  const checkpoints = await store.checkpoints(); // first: who finds one that was sent back also finds the mark that says why
  const served = await store.servedByView();
  return {
    served: async (view) => served.get(view),
    checkpoint: async (name) => checkpoints.get(name),
    collections: async () => [...checkpoints.keys()],
  };
};

// Names of collections that belong to a view.
const previous = (view: string) => `${view}/previous`;
const rolledBack = (view: string) => `${view}/rolled-back`;
const ahead = (view: string) => `${view}/ahead`;

/** The collection that the last switch replaced; `undefined` if none is kept. */
export const previousOf = async (store: Places, view: string): Promise<string | undefined> => {
  const served = await store.served(view);
  const kept = await store.served(previous(view));
  // A roll-back that was killed before its last step can be done again.
  const collection = kept === served ? await store.served(rolledBack(view)) : kept;
  if (collection === undefined || collection === served) return undefined;
  return (await store.checkpoint(collection)) === undefined ? undefined : collection;
};

/** The state of a collection, as every process sees it. */
export const stateOf = async (store: ReadStore, view: string, collection: string): Promise<CollectionState> => {
  if ((await store.checkpoint(collection)) === undefined) return 'removed';
  if ((await store.served(view)) !== collection)
    return (await previousOf(store, view)) === collection ? 'previous' : 'building';
  if (await isAhead(store, view, collection)) return 'disowned';
  return (await isRolledBack(store, view, collection)) ? 'chosen' : 'served';
};

/** Throws `IllegalTransition`. A collection that is lost is not in the way. */
export const requireTransition = async (
  store: ReadStore,
  view: string,
  collection: string,
  on: CollectionEvent,
  by: Actor,
) => {
  const state = await stateOf(store, view, collection);
  if (state !== 'removed' || on === 'open' || on === 'first') nextCollectionState(collection, state, on, by);
};

/**
 * Serves a collection and keeps the replaced one instead of the one kept before. Returns the name of the replaced one. Each
 * step may be the last one of a killed process: the view is always served, and what is left over goes at the next rebuild.
 */
export const switchTo = async (store: ReadStore, view: string, target: string): Promise<string | undefined> => {
  const old = await store.served(view);
  if (old === target) return undefined;
  const older = await store.served(previous(view));
  await requireTransition(store, view, target, 'serve', 'builder');
  if (old !== undefined) await requireTransition(store, view, old, 'replace', 'builder');
  if (old !== undefined) await store.serve(previous(view), old);
  await store.serve(view, target);
  if (older !== undefined && older !== old && older !== target) await dropUnlessServed(store, view, older);
  return old;
};

/** Serves the previous collection and keeps the current one, so that the roll-back can be reversed. */
export const switchBack = async (store: ReadStore, view: string, target: string) => {
  const replaced = await store.served(view);
  await requireTransition(store, view, target, 'choose', 'operator');
  if (replaced !== undefined) await requireTransition(store, view, replaced, 'replace', 'operator');
  await keepRolledBack(store, view, target);
  if (replaced !== undefined) await store.serve(previous(view), replaced);
  await store.serve(view, target);
};

/** Remembers which collection a roll-back chose; `undefined` forgets it. */
export const keepRolledBack = (store: ServedViews, view: string, collection: string | undefined) =>
  store.serve(rolledBack(view), collection ?? '');

/** Whether a roll-back chose this collection: it is then not replaced automatically. */
export const isRolledBack = async (store: Pick<Places, 'served'>, view: string, collection: string) =>
  (await store.served(rolledBack(view))) === collection;

/** Whether a collection contains events that the log no longer has; it cannot be continued, even if the log has grown since. */
export const isAhead = async (store: Pick<Places, 'served'>, view: string, collection: string) =>
  (await store.served(ahead(view))) === collection;

/** Marks it for every process. */
export const markAhead = async (store: ReadStore, view: string, collection: string) => {
  await requireTransition(store, view, collection, 'disown', 'projector');
  await store.serve(ahead(view), collection);
};

/** The names of collections that exist or are remembered. */
export const usedNames = async (store: ReadStore, view: string): Promise<readonly string[]> => {
  const marks = await Promise.all([previous(view), rolledBack(view), ahead(view)].map((mark) => store.served(mark)));
  return [...(await store.collections()), ...marks.filter((name) => name !== undefined)];
};

/** Removes collections that killed rebuilds of a view left. */
export const dropUnserved = async (store: ReadStore, view: string) => {
  const kept = await previousOf(store, view);
  const left = (await store.collections()).filter((name) => buildOf(view, name) && name !== kept);
  for (const name of left) await dropUnlessServed(store, view, name);
};

/** Removes a collection with its parked keys and lane checkpoints. */
export const dropUnlessServed = async (store: ReadStore, view: string, collection: string) => {
  if ((await store.served(view)) === collection) return;
  await requireTransition(store, view, collection, 'remove', 'builder');
  const beside = await besideOf(store, collection, /^(parked|lane-\d+-of-\d+)$/);
  for (const name of [collection, ...beside]) await store.drop(name);
};

/** The names of the lane checkpoints of a collection, for every number of lanes that it ever had. */
export const lanesOf = (store: Pick<Places, 'collections'>, collection: string) =>
  besideOf(store, collection, /^lane-\d+-of-\d+$/);

const besideOf = async (store: Pick<Places, 'collections'>, collection: string, what: RegExp) =>
  (await store.collections()).filter(
    (name) => name.startsWith(`${collection}.`) && what.test(name.slice(collection.length + 1)),
  );
