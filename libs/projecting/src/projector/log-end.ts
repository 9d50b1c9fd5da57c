import { eventAt, type Collection, type Commit, type DocumentStore } from '@annals/event-sourcing';
import type { EventStore, RecordedEvent, ViewStore } from '@annals/event-sourcing';
import { NO_LOG, originOf, rememberOrigin } from './origin.js';

const END: Collection = { name: 'view-log-end', fields: {}, indexes: [] };
const ID = 'end';

/** To be opened before the first commit with an end. */
export const openEnd = (store: DocumentStore): Promise<void> => store.open(END);

/** Remembers the last event that any view has applied. It belongs to the commit that applies it. */
export const endCommit = ({ id, position }: RecordedEvent): Commit => ({
  collection: END.name,
  writes: [{ id: ID, position, body: { event: id }, fields: {} }],
});

/** These commits, with the last event if the log has one. */
export const withEnd = (commits: readonly Commit[], end: RecordedEvent | undefined): readonly Commit[] =>
  end ? [...commits, endCommit(end)] : commits;

/** Whether the log is no longer the one that has the event: it was restored from an older backup and has grown since. */
export const isReplaced = async (log: EventStore, { id, position }: Pick<RecordedEvent, 'id' | 'position'>) => {
  if ((await log.head()) < position) return true;
  const found = await eventAt(log, position);
  return found !== undefined && found.id !== id; // a server may have removed the event
};

/** Disowns every collection if the log has not got the last event that any view has applied. */
export const disownReplaced = async (log: EventStore, store: ViewStore): Promise<void> => {
  await openEnd(store);
  const [end] = await store.get(END.name, [ID]);
  if (!end) return;
  const { event: id } = end.body as { readonly event: string };
  if (!(await isReplaced(log, { id, position: end.position }))) return;
  for (const name of await store.collections())
    if ((await originOf(store, name)) !== undefined) await rememberOrigin(store, name, NO_LOG);
  await store.drop(END.name);
  await openEnd(store);
};
