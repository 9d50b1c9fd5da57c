import { collectionOf, type DocumentStore } from '@annals/event-sourcing';
import { madeBy, type Made } from './builds.js';
import { dropUnlessServed, isRolledBack } from './switching.js';
import { type AnyProjection, type Need, shapeOf } from './track.js';

export type Serving = {
  readonly collection: string;
  readonly checkpoint: number;
  readonly made: Made;
  readonly isRolledBack: boolean;
};

/** The collection served under a view, with its place in the log; the first time it is opened and served. */
export const servingOf = async (store: DocumentStore, projection: AnyProjection): Promise<Serving> => {
  const collection = await store.served(projection.name);
  if (collection === undefined) return serveFirst(store, projection);

  const made = madeBy(projection, collection);
  const checkpoint = await store.checkpoint(collection);
  if (checkpoint !== undefined || made !== 'by-this-version') {
    const wasRolledBack = await isRolledBack(store, projection.name, collection);
    return { collection, checkpoint: checkpoint ?? 0, made, isRolledBack: wasRolledBack };
  }

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

/** What each needs before all can go on together; one that is more than `apart` events behind the others has to catch up. */
export const needsOf = (servings: readonly Serving[], apart: number): readonly Need[] => {
  const current = servings.filter(({ made }) => made === 'by-this-version');
  const furthest = Math.max(0, ...current.map(({ checkpoint }) => checkpoint));
  return servings.map(({ made, checkpoint, isRolledBack: wasRolledBack }) => {
    if (made === 'by-an-older') return wasRolledBack ? 'rolled-back' : 'build';
    if (made === 'by-a-newer') return 'newer-program';
    return furthest - checkpoint > apart ? 'catch-up' : 'nothing';
  });
};
