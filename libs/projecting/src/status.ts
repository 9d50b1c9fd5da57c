import type { DocumentStore, EventStore } from '@annals/event-sourcing';
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
  readonly failure: Failure | undefined;
  readonly need: Need;
  readonly trouble: string | undefined;
};

type StatusOptions = { readonly known?: ReadonlyMap<string, Known>; readonly now?: Date };

const FRESH = 1; // seconds

/**
 * Where views are. Failures and troubles are known only to the process that projects: ask `Projector.status` there.
 */
export const status = async (
  log: EventStore,
  store: DocumentStore,
  projections: readonly AnyProjection[],
  { known = new Map(), now = new Date() }: StatusOptions = {},
): Promise<readonly ViewStatus[]> =>
  Promise.all(
    projections.map(async (projection) => {
      const view = projection.name;
      const collection = await store.served(view);
      const position = (collection === undefined ? undefined : await store.checkpoint(collection)) ?? 0;
      const lag = await lagOf(log, position, now);
      const need =
        collection === undefined || madeBy(projection, collection) === 'by-this-version' ? 'nothing' : 'newer-program';
      const { failure, trouble, ...rest } = known.get(view) ?? { need, failure: undefined, trouble: undefined };
      return { view, position, lag, state: stateOf(lag.seconds, { failure, trouble, ...rest }), failure, trouble };
    }),
  );

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
