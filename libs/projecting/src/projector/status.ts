import { engineFaultIn, type EventStore, type ViewStore } from '@annals/event-sourcing';
import { rebuildsOf, type RebuildReport } from '../rebuilds/announcement.js';
import { buildOf, madeBy } from '../rebuilds/builds.js';
import { publishedFailures, standingFailure } from '../parking/failures.js';
import { countParked, parkedIn } from '../parking/parked.js';
import { isRolledBack, placesNow, previousOf, type Places } from '../rebuilds/cut-over.js';
import type { AnyProjection } from '../views/any-projection.js';
import type { Failure } from '../parking/failure.js';
import { ADVICE, type ViewState } from '../machine/machine.js';

export type ViewStatus = {
  readonly view: string;
  /** The served version; the running program may have another one. */
  readonly version: number;
  /** @example customer-list-v7 */
  readonly collection: string | null;
  readonly position: number;
  /** `seconds`: age of the oldest event that is not applied yet; 0 if there is none. */
  readonly lag: {
    readonly events: number;
    /** @fraction */
    readonly seconds: number;
  };
  readonly state: ViewState;
  /** What to do about a view that stands still. */
  readonly advice?: string | undefined;
  /** Number of parked keys. */
  readonly parked: number;
  /** The event on which the projection threw. */
  readonly failure?: Failure | undefined;
  /** The error of a store that is being retried. */
  readonly trouble?: string | undefined;
  /** The collection that a roll-back would serve. */
  readonly previous?: string | undefined;
  /** The running rebuild, otherwise the last one. */
  readonly rebuild?: RebuildReport | undefined;
};

/** The state of a view in the projector of this process. */
export type Known = {
  readonly state: ViewState;
  readonly failure?: Failure | undefined;
  readonly trouble?: string | undefined;
};

type StatusOptions = { readonly known?: ReadonlyMap<string, Known>; readonly now?: Date };

const FRESH = 1; // seconds

/** The status of views, available in any process. Errors are known only to the process that has them: see `Projector.status`. */
export const status = async (
  log: EventStore,
  store: ViewStore,
  projections: readonly AnyProjection[],
  { known = new Map(), now = new Date() }: StatusOptions = {},
): Promise<readonly ViewStatus[]> => {
  const views = projections.map(({ name }) => name);
  const rebuilds = await rebuildsOf(store, views);
  const failures = await publishedFailures(store, views);
  const places = await placesNow(store);
  const lagAt = lagsOf(log, now);
  return Promise.all(
    projections.map(async (projection) => {
      const view = projection.name;
      const place = await placeOf(store, places, projection);
      const { lag, away } = await lagAt(place.position);
      const kept = known.get(view) ?? (await knownOf(places, projection, place, failures.get(view)));
      const found = away === undefined ? kept : { ...kept, trouble: away };
      const state = shownState(lag.seconds, found);
      const { failure, trouble } = found;
      const previous = await previousOf(places, view);
      const advice = adviceOn(state, trouble);
      return { view, ...place, lag, state, advice, failure, trouble, previous, rebuild: rebuilds.get(view) };
    }),
  );
};

type Place = Pick<ViewStatus, 'version' | 'collection' | 'position' | 'parked'>;

const placeOf = async (store: ViewStore, places: Places, { name, version }: AnyProjection): Promise<Place> => {
  const collection = (await places.served(name)) ?? null;
  if (collection === null) return { version, collection, position: 0, parked: 0 };
  const position = (await places.checkpoint(collection)) ?? 0;
  const hasParked = (await places.checkpoint(parkedIn(collection))) !== undefined;
  const parked = hasParked ? await countParked(store, collection) : 0;
  return { version: buildOf(name, collection)?.version ?? version, collection, position, parked };
};

const knownOf = async (
  places: Places,
  projection: AnyProjection,
  { collection, position: checkpoint }: Place,
  published: Failure | undefined,
): Promise<Known> => {
  if (collection === null) return { state: 'waiting' };
  const failure = standingFailure(published, { collection, checkpoint });
  if (madeBy(projection, collection) === 'by-this-version') return { state: 'live', failure };
  return { state: (await isRolledBack(places, projection.name, collection)) ? 'rolled-back' : 'waiting', failure };
};

const shownState = (seconds: number, { failure, trouble, state }: Known): ViewState => {
  if (failure) return 'failed';
  if (trouble && state !== 'rolled-back') return 'waiting';
  return state === 'live' && seconds > FRESH ? 'catching-up' : state;
};

const adviceOn = (state: ViewState, trouble: string | undefined): string | undefined => {
  if (state === 'waiting') return trouble === undefined ? ADVICE.version : ADVICE.trouble;
  return state === 'failed' || state === 'rolled-back' ? ADVICE[state] : undefined;
};

type Lag = { readonly lag: ViewStatus['lag']; readonly away?: string };

/** The lag of a view at a position; most views are at the same one. Without its log, a view goes on answering, and nobody knows what it lacks. */
const lagsOf = (log: EventStore, now: Date): ((position: number) => Promise<Lag>) => {
  const known = new Map<number, Promise<Lag>>();
  return (position) => {
    const lag = known.get(position) ?? lagUnlessAway(log, position, now);
    known.set(position, lag);
    return lag;
  };
};

const lagUnlessAway = async (log: EventStore, position: number, now: Date): Promise<Lag> => {
  try {
    return { lag: await lagOf(log, position, now) };
  } catch (error) {
    const fault = engineFaultIn(error);
    if (!fault) throw error;
    return { lag: { events: 0, seconds: 0 }, away: fault.message };
  }
};

const lagOf = async (log: EventStore, position: number, now: Date): Promise<ViewStatus['lag']> => {
  const head = await log.head();
  for await (const [oldest] of log.readAll(position, { batch: 1 })) {
    const age = now.getTime() - Date.parse(oldest!.recordedAt);
    return { events: Math.max(1, head - position), seconds: Math.max(0, age / 1000) };
  }
  return { events: 0, seconds: 0 };
};
