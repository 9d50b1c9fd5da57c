import { engineFaultIn, type EventStore, type ViewStore } from '@annals/event-sourcing';
import { rebuildsOf, type RebuildReport } from '../rebuilds/announcement.js';
import { buildOf, madeBy } from '../rebuilds/builds.js';
import { toldFailure } from '../parking/failures.js';
import { countParked } from '../parking/parked.js';
import { isRolledBack, previousOf } from '../rebuilds/cut-over.js';
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
  return Promise.all(
    projections.map(async (projection) => {
      const view = projection.name;
      const place = await placeOf(store, projection);
      const { lag, away } = await lagUnlessAway(log, place.position, now);
      const kept = known.get(view) ?? (await knownOf(store, projection, place));
      const found = away === undefined ? kept : { ...kept, trouble: away };
      const state = shownState(lag.seconds, found);
      const { failure, trouble } = found;
      const previous = await previousOf(store, view);
      const advice = adviceOn(state, trouble);
      return { view, ...place, lag, state, advice, failure, trouble, previous, rebuild: rebuilds.get(view) };
    }),
  );
};

type Place = Pick<ViewStatus, 'version' | 'collection' | 'position' | 'parked'>;

const placeOf = async (store: ViewStore, { name, version }: AnyProjection): Promise<Place> => {
  const collection = (await store.served(name)) ?? null;
  if (collection === null) return { version, collection, position: 0, parked: 0 };
  const position = (await store.checkpoint(collection)) ?? 0;
  const parked = await countParked(store, collection);
  return { version: buildOf(name, collection)?.version ?? version, collection, position, parked };
};

const knownOf = async (
  store: ViewStore,
  projection: AnyProjection,
  { collection, position: checkpoint }: Place,
): Promise<Known> => {
  if (collection === null) return { state: 'waiting' };
  const failure = await toldFailure(store, projection.name, { collection, checkpoint });
  if (madeBy(projection, collection) === 'by-this-version') return { state: 'live', failure };
  return { state: (await isRolledBack(store, projection.name, collection)) ? 'rolled-back' : 'waiting', failure };
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

/** Without its log, a view goes on answering, and nobody knows what it lacks. */
const lagUnlessAway = async (log: EventStore, position: number, now: Date) => {
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
