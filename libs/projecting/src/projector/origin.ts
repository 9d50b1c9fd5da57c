import type { ServedViews } from '@annals/event-sourcing';

/** The name under which the log of a collection is stored. */
const origin = (collection: string) => `${collection}/log`;

/** The identity of the log that a collection is computed from; `undefined` if an older version created it. */
export const originOf = (store: Pick<ServedViews, 'served'>, collection: string): Promise<string | undefined> =>
  store.served(origin(collection));

/** The log of a collection that is never continued: its positions are those of events that no log has. */
export const NO_LOG = 'none';

/** Called before the first event is applied to a collection. */
export const rememberOrigin = (store: ServedViews, collection: string, log: string): Promise<void> =>
  store.serve(origin(collection), log);

/** Whether a collection is computed from another log; its positions then mean nothing in this one. */
export const isOfAnotherLog = async (store: ServedViews, collection: string, log: string): Promise<boolean> =>
  ((await originOf(store, collection)) ?? log) !== log;
