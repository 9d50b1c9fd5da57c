import type { Collection, Commit, Cursor, DocumentStore, RecordedEvent } from '@annals/event-sourcing';

/** The decision of a user that a view skips an event for a key, now and in every rebuild. */
export type Skip = {
  readonly view: string;
  readonly key: string;
  readonly eventId: string;
  readonly type: string;
  readonly position: number;
  readonly reason: string;
  readonly actor: string;
  /** In the format of `toISOString()`. */
  readonly at: string;
};

/** Whether a view skips an event for a key. */
export type Leaving = (event: RecordedEvent, key: string) => boolean;

const SKIPS: Collection = { name: 'view-skips', fields: { view: 'one' }, indexes: [['view']] };

export const skipsOf = async (store: DocumentStore, view: string): Promise<readonly Skip[]> => {
  const skips: Skip[] = [];
  let after: Cursor | undefined;
  do {
    const { documents, next } = await store.find(SKIPS.name, {
      where: [{ field: 'view', is: view }],
      limit: 1_000,
      after,
    });
    skips.push(...documents.map(({ body }) => body as Skip));
    after = next ?? undefined;
  } while (after);
  return skips;
};

/** The events that the view skips, by key; `undefined` if there are none. */
export const leavingOut = (skips: readonly Pick<Skip, 'eventId' | 'key'>[]): Leaving | undefined => {
  if (skips.length === 0) return undefined;
  const pairs = new Set(skips.map(({ eventId, key }) => pairOf(eventId, key)));
  return ({ id }, key) => pairs.has(pairOf(id, key));
};

export const skipCommit = async (store: DocumentStore, skip: Skip): Promise<Commit> => {
  await store.open(SKIPS);
  const expected = (await store.checkpoint(SKIPS.name)) ?? 0;
  const id = `${skip.view} ${pairOf(skip.eventId, skip.key)}`;
  const write = { id, position: expected + 1, body: skip, fields: { view: skip.view } };
  return { collection: SKIPS.name, writes: [write], checkpoint: { expected, next: expected + 1 } };
};

const pairOf = (eventId: string, key: string) => `${eventId} ${key}`;
