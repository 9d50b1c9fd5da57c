import type { DocumentStore, ServedViews } from '@annals/event-sourcing';
import { buildOf } from './builds.js';

type ReadStore = DocumentStore & ServedViews;

// Names of collections that belong to a view.
const previous = (view: string) => `${view}/previous`;
const rolledBack = (view: string) => `${view}/rolled-back`;

/** The collection that the last switch replaced; `undefined` if none is kept. */
export const previousOf = async (store: ReadStore, view: string): Promise<string | undefined> => {
  const collection = await store.served(previous(view));
  if (collection === undefined || collection === (await store.served(view))) return undefined;
  return (await store.checkpoint(collection)) === undefined ? undefined : collection;
};

/** Serves a collection and keeps the replaced one instead of the one kept before. Returns the name of the replaced one. */
export const switchTo = async (store: ReadStore, view: string, target: string): Promise<string | undefined> => {
  const old = await store.served(view);
  const older = await store.served(previous(view));
  await store.serve(view, target);
  if (old === undefined || old === target) return undefined;
  await store.serve(previous(view), old);
  if (older !== undefined && older !== old) await dropUnlessServed(store, view, older);
  return old;
};

/** Serves the previous collection and keeps the current one, so that the roll-back can be reversed. */
export const switchBack = async (store: ServedViews, view: string, target: string) => {
  const replaced = await store.served(view);
  await keepRolledBack(store, view, target);
  await store.serve(view, target);
  if (replaced !== undefined) await store.serve(previous(view), replaced);
};

/** Remembers which collection a roll-back chose; `undefined` forgets it. */
export const keepRolledBack = (store: ServedViews, view: string, collection: string | undefined) =>
  store.serve(rolledBack(view), collection ?? '');

/** Whether a roll-back chose this collection: it is then not replaced automatically. */
export const isRolledBack = async (store: ServedViews, view: string, collection: string) =>
  (await store.served(rolledBack(view))) === collection;

/** Removes collections that killed rebuilds of a view left. */
export const dropUnserved = async (store: ReadStore, view: string) => {
  const kept = await previousOf(store, view);
  const left = (await store.collections()).filter((name) => buildOf(view, name) && name !== kept);
  for (const name of left) await dropUnlessServed(store, view, name);
};

/** Removes a collection with its parked keys and lane checkpoints. */
export const dropUnlessServed = async (store: ReadStore, view: string, collection: string) => {
  if ((await store.served(view)) === collection) return;
  const beside = await besideOf(store, collection, /^(parked|lane-\d+-of-\d+)$/);
  for (const name of [collection, ...beside]) await store.drop(name);
};

/** The names of the lane checkpoints of a collection, for every number of lanes that it ever had. */
export const lanesOf = (store: DocumentStore, collection: string) => besideOf(store, collection, /^lane-\d+-of-\d+$/);

const besideOf = async (store: DocumentStore, collection: string, what: RegExp) =>
  (await store.collections()).filter(
    (name) => name.startsWith(`${collection}.`) && what.test(name.slice(collection.length + 1)),
  );
