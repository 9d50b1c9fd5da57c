import type { DocumentStore, EventStore } from '@annals/event-sourcing';
import { toldFailure } from './failures.js';
import { madeBy } from './serving.js';
import type { AnyProjection, Failure, Need } from './track.js';

export type ViewState = 'live' | 'catching-up' | 'rebuilding' | 'failed' | 'waiting';

export type ViewStatus = {
  readonly view: string;
  readonly position: number;
  /** `seconds`: how long the oldest event that is not in has been in the log; 0 if there is none. */
  readonly lag: { readonly events: number; readonly seconds: number };
  readonly state: ViewState;
  /** The event on which the projection threw. */
  readonly failure?: Failure | undefined;
  /** The error of a store that is being retried. */
  readonly trouble?: string | undefined;
};

/** What the projector of this process knows of a view. */
export type Known = {
  readonly need: Need;
  readonly failure?: Failure | undefined;
  readonly trouble?: string | undefined;
};

type StatusOptions = { readonly known?: ReadonlyMap<string, Known>; readonly now?: Date };

const FRESH = 1; // seconds

/** Where views are, asked from any process. Troubles are known only to the one that has them: see `Projector.status`. */
export const status = async (
  log: EventStore,
  store: DocumentStore,
  projections: readonly AnyProjection[],
  { known = new Map(), now = new Date() }: StatusOptions = {},
): Promise<readonly ViewStatus[]> =>
  Promise.all(
    projections.map(async (projection) => {
      const view = projection.name;
      const { position, isOurs } = await placeOf(store, projection);
      const lag = await lagOf(log, position, now);
      const { need, trouble, failure }: Known = known.get(view) ?? {
        need: isOurs ? 'nothing' : 'newer-program',
        failure: await toldFailure(store, view, position),
      };
      return { view, position, lag, state: stateOf(lag.seconds, { failure, trouble, need }), failure, trouble };
    }),
  );

const placeOf = async (store: DocumentStore, projection: AnyProjection) => {
  const collection = await store.served(projection.name);
  if (collection === undefined) return { position: 0, isOurs: true };
  const position = (await store.checkpoint(collection)) ?? 0;
  return { position, isOurs: madeBy(projection, collection) === 'by-this-version' };
};

const stateOf = (seconds: number, { failure, trouble, need }: Known): ViewState => {
  if (failure) return 'failed';
  if (trouble || need === 'newer-program') return 'waiting';
  if (need === 'build') return 'rebuilding';
  return need === 'catch-up' || seconds > FRESH ? 'catching-up' : 'live';
};

const lagOf = async (log: EventStore, position: number, now: Date): Promise<ViewStatus['lag']> => {
  const head = await log.head();
  for await (const [oldest] of log.readAll(position, { batch: 1 })) {
    const age = now.getTime() - Date.parse(oldest!.recordedAt);
    return { events: Math.max(1, head - position), seconds: Math.max(0, age / 1000) };
  }
  return { events: 0, seconds: 0 };
};
