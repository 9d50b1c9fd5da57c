import type {
  Collection,
  Commit,
  Cursor,
  DocumentStore,
  Query,
  RecordedEvent,
  ServedViews,
} from '@annals/event-sourcing';
import type { Failure } from './failure.js';

/** A document that is not updated since the projection threw on one of its events; its later events are queued. */
export type Parked = Failure & {
  readonly key: string;
  /** Later events of the key; `first` and `last` are their positions. */
  readonly waiting: { readonly events: number; readonly first: number | null; readonly last: number | null };
};

/** The parked keys of a collection. `revision` increases with every change; `undefined` if no key was ever parked. */
export type ParkedKeys = { readonly revision: number | undefined; readonly keys: ReadonlyMap<string, Parked> };

export const NONE_PARKED: ParkedKeys = { revision: undefined, keys: new Map() };

/** The name of the collection of parked keys: next to the collection, so that both change and are removed together. */
export const parkedIn = (collection: string) => `${collection}.parked`;

export const openParked = (store: DocumentStore, collection: string) => store.open(shapeOf(collection));

const shapeOf = (collection: string): Collection => ({
  name: parkedIn(collection),
  fields: { position: 'one' },
  indexes: [['position']],
});

const PAGE = 1_000;

/** `revision` is the checkpoint of `parkedIn(collection)`, read before: a concurrent change makes the next commit fail. */
export const readParked = async (
  store: DocumentStore,
  collection: string,
  revision: number | undefined,
): Promise<ParkedKeys> => {
  if (revision === undefined) return NONE_PARKED;
  const name = parkedIn(collection);
  const keys = new Map<string, Parked>();
  let after: Cursor | undefined;
  do {
    const { documents, next } = await store.find(name, { limit: PAGE, after });
    for (const { id, body } of documents) keys.set(id, body as Parked);
    after = next ?? undefined;
  } while (after);
  return { revision, keys };
};

/** A page of the parked keys of a view, oldest events first. */
export const parkedPage = async (
  store: DocumentStore & ServedViews,
  view: string,
  page: Pick<Query, 'limit' | 'after'>,
) => {
  const collection = await store.served(view);
  if (collection === undefined) return { items: [], next: null };
  const { documents, next } = await store.find(parkedIn(collection), { ...page, sort: { field: 'position' } });
  return { items: documents.map(({ body }) => body as Parked), next };
};

export const countParked = (store: DocumentStore, collection: string) => store.count(parkedIn(collection));

/** Parks keys and, with `null`, releases them. Without changes it only verifies that no other process has changed them. */
export const parkedCommit = (
  collection: string,
  { revision: expected = 0 }: ParkedKeys,
  changes: ReadonlyMap<string, Parked | null>,
): Commit => {
  const next = changes.size > 0 ? expected + 1 : expected;
  const writes = [...changes].map(([id, body]) => ({
    id,
    position: next,
    body,
    fields: { position: body?.position ?? null },
  }));
  return { collection: parkedIn(collection), writes, checkpoint: { expected, next } };
};

export const afterChanges = (
  { revision = 0, keys }: ParkedKeys,
  changes: ReadonlyMap<string, Parked | null>,
): ParkedKeys => {
  const now = new Map(keys);
  for (const [key, parked] of changes) {
    if (parked) now.set(key, parked);
    else now.delete(key);
  }
  return { revision: changes.size > 0 ? revision + 1 : revision, keys: now };
};

export const parkedOn = (key: string, failure: Failure): Parked => ({
  ...failure,
  key,
  waiting: { events: 0, first: null, last: null },
});

/** The same with more queued events. Events that it has seen are not counted again. */
export const queued = (parked: Parked, events: readonly RecordedEvent[]): Parked => {
  const { first, last } = parked.waiting;
  const more = events.filter(({ position }) => position > (last ?? parked.position));
  if (more.length === 0) return parked;
  const waiting = {
    events: parked.waiting.events + more.length,
    first: first ?? more[0]!.position,
    last: more.at(-1)!.position,
  };
  return { ...parked, waiting };
};
