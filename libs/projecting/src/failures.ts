import { CheckpointConflict, type Collection, type DocumentStore } from '@annals/event-sourcing';
import type { Failure, Track } from './track.js';

const FAILURES: Collection = { name: 'view-failures', fields: {}, indexes: [] };

/** Lets every process know which views fail, and on what. */
export const tellFailures = async (store: DocumentStore, tracks: readonly Track[]) => {
  for (const { view, checkpoint, failure } of tracks) {
    const told = await toldFailure(store, view, checkpoint);
    if (told?.eventId !== failure?.eventId) await tell(store, view, failure);
  }
};

const tell = async (store: DocumentStore, view: string, failure: Failure | undefined): Promise<void> => {
  await store.open(FAILURES);
  const expected = (await store.checkpoint(FAILURES.name)) ?? 0;
  const next = expected + 1;
  const write = { id: view, position: next, body: failure ?? null, fields: {} };
  try {
    await store.commit([{ collection: FAILURES.name, writes: [write], checkpoint: { expected, next } }]);
  } catch (error) {
    if (!(error instanceof CheckpointConflict)) throw error;
    await tell(store, view, failure);
  }
};

/** What a view fails on; `position` is how far the view is, because one that is past its failure got over it. */
export const toldFailure = async (
  store: DocumentStore,
  view: string,
  position: number,
): Promise<Failure | undefined> => {
  const [told] = await store.get(FAILURES.name, [view]);
  const failure = told?.body as Failure | undefined;
  return failure && failure.position > position ? failure : undefined;
};
