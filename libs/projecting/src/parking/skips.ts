import { allRecords, CheckpointConflict, createRecord } from '@annals/event-sourcing';
import type { Collection, Commit, Condition, Cursor, DocumentStore } from '@annals/event-sourcing';
import type { RecordedEvent, RecordStore } from '@annals/event-sourcing';

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
export type IsSkipped = (event: RecordedEvent, key: string) => boolean;

const SKIPS: Collection = { name: 'view-skips', fields: { view: 'one' }, indexes: [['view']] };

export const skipsOf = (store: DocumentStore, view: string): Promise<readonly Skip[]> =>
  skipsWhere(store, [{ field: 'view', is: view }]);

/** Those of all views. */
export const skipsByView = async (store: DocumentStore): Promise<ReadonlyMap<string, readonly Skip[]>> =>
  Map.groupBy(await skipsWhere(store, []), ({ view }) => view);

const skipsWhere = async (store: DocumentStore, where: readonly Condition[]): Promise<readonly Skip[]> => {
  const skips: Skip[] = [];
  let after: Cursor | undefined;
  do {
    const { documents, next } = await store.find(SKIPS.name, { where, limit: 1_000, after });
    skips.push(...documents.map(({ body }) => body as Skip));
    after = next ?? undefined;
  } while (after);
  return skips;
};

/** The events that the view skips, by key; `undefined` if there are none. */
export const skipping = (skips: readonly Pick<Skip, 'eventId' | 'key'>[]): IsSkipped | undefined => {
  if (skips.length === 0) return undefined;
  const pairs = new Set(skips.map(({ eventId, key }) => pairOf(eventId, key)));
  return ({ id }, key) => pairs.has(pairOf(id, key));
};

export const skipCommit = async (store: DocumentStore, skip: Skip): Promise<Commit> => {
  await store.open(SKIPS);
  const expected = (await store.checkpoint(SKIPS.name)) ?? 0;
  const write = { id: idOf(skip), position: expected + 1, body: skip, fields: { view: skip.view } };
  return { collection: SKIPS.name, writes: [write], checkpoint: { expected, next: expected + 1 } };
};

const KIND = 'skip';

/**
 * Records the decisions that are in the store of views, where projectors read them, and brings recorded ones back into a
 * store that has lost them: views can be rebuilt, decisions cannot. To be called at the start and after each decision.
 */
export const keepSkips = async (records: RecordStore, store: DocumentStore): Promise<void> => {
  const stored = new Map((await skipsWhere(store, [])).map((skip) => [idOf(skip), skip]));
  const recorded = new Map<string, Skip>();
  for await (const { id, body } of allRecords(records, KIND)) recorded.set(id, body as Skip);
  for (const [id, body] of stored) if (!recorded.has(id)) await createRecord(records, { kind: KIND, id, body });
  for (const [id, skip] of recorded) if (!stored.has(id)) await bringBack(store, skip);
};

const bringBack = async (store: DocumentStore, skip: Skip): Promise<void> => {
  try {
    await store.commit([await skipCommit(store, skip)]);
  } catch (error) {
    if (!(error instanceof CheckpointConflict)) throw error;
    await bringBack(store, skip);
  }
};

const idOf = ({ view, eventId, key }: Skip) => `${view} ${pairOf(eventId, key)}`;

const pairOf = (eventId: string, key: string) => `${eventId} ${key}`;
