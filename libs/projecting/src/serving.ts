import { collectionOf, type DocumentStore } from '@annals/event-sourcing';
import { type AnyProjection, type Need, shapeOf } from './track.js';

type Made = 'by-this-version' | 'by-an-older' | 'by-a-newer';

type Serving = {
  readonly collection: string;
  readonly checkpoint: number;
  readonly made: Made;
};

/** The collection served under a view, with its place in the log; the first time it is opened and served. */
export const servingOf = async (store: DocumentStore, projection: AnyProjection): Promise<Serving> => {
  const collection = await store.served(projection.name);
  if (collection === undefined) return serveFirst(store, projection);

  const made = madeBy(projection, collection);
  const checkpoint = await store.checkpoint(collection);
  if (checkpoint !== undefined || made !== 'by-this-version') return { collection, checkpoint: checkpoint ?? 0, made };

  // It was lost, or switched and dropped since the question.
  await store.open(shapeOf(projection, collection));
  await dropUnlessServed(store, projection.name, collection);
  return servingOf(store, projection);
};

const serveFirst = async (store: DocumentStore, projection: AnyProjection): Promise<Serving> => {
  const collection = collectionOf(projection);
  await store.open(shapeOf(projection, collection));
  await store.serve(projection.name, collection);
  return servingOf(store, projection);
};

/** Whether the projection of this program, or one of another version, has made a collection. */
export const madeBy = ({ name, version }: AnyProjection, collection: string): Made => {
  const made = buildOf(name, collection)?.version ?? 0;
  if (made === version) return 'by-this-version';
  return made < version ? 'by-an-older' : 'by-a-newer';
};

/** What each needs before all can go on together; one that is more than `apart` events behind the others has to catch up. */
export const needsOf = (servings: readonly Serving[], apart: number): readonly Need[] => {
  const current = servings.filter(({ made }) => made === 'by-this-version');
  const furthest = Math.max(0, ...current.map(({ checkpoint }) => checkpoint));
  return servings.map(({ made, checkpoint }) => {
    if (made === 'by-an-older') return 'build';
    if (made === 'by-a-newer') return 'newer-program';
    return furthest - checkpoint > apart ? 'catch-up' : 'nothing';
  });
};

/** The version and the number of the rebuild that `customer-360-v1.b7` names; `undefined` if it is not of this view. */
const buildOf = (view: string, collection: string) => {
  if (!collection.startsWith(`${view}-v`)) return undefined;
  const [, version, build] = /^(\d+)(?:\.b(\d+))?$/.exec(collection.slice(view.length + 2)) ?? [];
  return version === undefined ? undefined : { version: Number(version), build: Number(build ?? 0) };
};

/** A name that no collection of the view has had. */
export const freshName = (projection: AnyProjection, collections: readonly string[]): string => {
  const builds = collections.map((name) => buildOf(projection.name, name)?.build ?? 0);
  return `${collectionOf(projection)}.b${Math.max(0, ...builds) + 1}`;
};

/** Removes what rebuilds that were killed have left of a view. */
export const dropUnserved = async (store: DocumentStore, view: string) => {
  const left = (await store.collections()).filter((name) => buildOf(view, name));
  for (const name of left) await dropUnlessServed(store, view, name);
};

export const dropUnlessServed = async (store: DocumentStore, view: string, collection: string) => {
  if ((await store.served(view)) !== collection) await store.drop(collection);
};
