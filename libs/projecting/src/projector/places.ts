import { collectionOf, type EventStore, type ViewStore } from '@annals/event-sourcing';
import { disown, furthestIn } from './log-check.js';
import { madeBy, type Made } from '../rebuilds/builds.js';
import { isCurrent } from './current.js';
import { disownReplaced } from './log-end.js';
import { originOf, rememberOrigin } from './origin.js';
import { dropUnlessServed, isAhead, isRolledBack, placesNow, requireTransition } from '../rebuilds/cut-over.js';
import type { Places } from '../rebuilds/cut-over.js';
import { type AnyProjection, shapeOf } from '../views/any-projection.js';
import type { ViewEvent } from '../machine/machine.js';

/** What a look at the stores finds out about a view. */
export type Finding = Exclude<ViewEvent, 'look' | 'stop' | 'stopped' | 'back'>;

export type Serving = {
  readonly collection: string;
  readonly checkpoint: number;
  readonly made: Made;
  /** Whether the program that started last has the same settings of the view. */
  readonly isCurrent: boolean;
  readonly isRolledBack: boolean;
};

/** The served collection of a view with its checkpoint; opened and served the first time. `places` may be those of a moment ago. */
export const servingOf = async (
  store: ViewStore,
  projection: AnyProjection,
  places: Places = store,
): Promise<Serving> => {
  const collection = await places.served(projection.name);
  const found = collection === undefined ? undefined : await servingIn(store, projection, places, collection);
  if (found) return found;
  if (places !== store) return servingOf(store, projection);
  return collection === undefined ? serveFirst(store, projection) : serveAgain(store, projection, collection);
};

/** `undefined` if the collection is missing. */
const servingIn = async (store: ViewStore, projection: AnyProjection, places: Places, collection: string) => {
  const made = madeBy(projection, collection);
  const checkpoint = await places.checkpoint(collection);
  if (checkpoint === undefined && made === 'by-this-version') return undefined;
  return {
    ...{ collection, checkpoint: checkpoint ?? 0, made },
    isCurrent: made !== 'with-other-settings' || (await isCurrent(store, projection)),
    isRolledBack: await isRolledBack(places, projection.name, collection),
  };
};

/** It was lost, or switched and dropped since it was queried. */
const serveAgain = async (store: ViewStore, projection: AnyProjection, collection: string): Promise<Serving> => {
  await requireTransition(store, projection.name, collection, 'first', 'projector');
  await store.open(shapeOf(projection, collection));
  await dropUnlessServed(store, projection.name, collection);
  return servingOf(store, projection);
};

const serveFirst = async (store: ViewStore, projection: AnyProjection): Promise<Serving> => {
  const collection = collectionOf(projection);
  await requireTransition(store, projection.name, collection, 'first', 'projector');
  await store.open(shapeOf(projection, collection));
  await store.serve(projection.name, collection);
  return servingOf(store, projection);
};

/**
 * A served collection, and whether it contains events that the log does not have: because the log was restored from an older
 * backup, or because it is another log.
 */
export type Place = Serving & { readonly isAhead: boolean };

/** The checkpoints of all collections. Those ahead of the log or of another log count as 0, for all processes and readers. */
export const placesIn = async (
  log: EventStore,
  store: ViewStore,
  projections: readonly AnyProjection[],
): Promise<readonly Place[]> => {
  await disownReplaced(log, store);
  const places = await placesNow(store);
  const servings = await Promise.all(projections.map((projection) => servingOf(store, projection, places)));
  const identity = await log.identity();
  const origins = await Promise.all(servings.map(({ collection }) => originOf(places, collection)));
  const furthest = await Promise.all(servings.map(({ collection }) => furthestIn(places, collection)));
  const head = await log.head(); // read last, because events are in the log before they are in a view
  return Promise.all(
    servings.map(async (serving, index): Promise<Place> => {
      const { name } = projections[index]!;
      const { collection } = serving;
      const isOurs = (origins[index] ?? identity) === identity && furthest[index]! <= head;
      if (isOurs && !(await isAhead(places, name, collection))) {
        if (origins[index] === undefined) await rememberOrigin(store, collection, identity);
        return { ...serving, isAhead: false };
      }
      await disown(store, name, collection);
      return { ...serving, checkpoint: 0, isAhead: true };
    }),
  );
};

/** What was found out about each view; one that is more than `apart` events behind the others catches up first. */
export const findingsOf = (places: readonly Place[], apart: number): readonly Finding[] => {
  const current = places.filter(({ made }) => made === 'by-this-version');
  const furthest = Math.max(0, ...current.map(({ checkpoint }) => checkpoint));
  return places.map((place) => {
    if (place.made !== 'by-this-version') return findingOfOther(place);
    if (place.isAhead) return 'outdated';
    return furthest - place.checkpoint > apart ? 'behind' : 'current';
  });
};

/** Of a view whose served collection another version built, or this one with other settings. */
const findingOfOther = ({ made, isCurrent: isOurs, isRolledBack: wasRolledBack }: Place): Finding => {
  if (made === 'by-a-newer' || !isOurs) return 'foreign';
  return wasRolledBack ? 'chosen' : 'outdated';
};
