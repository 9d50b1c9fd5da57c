import { CheckpointConflict, type Collection, type DocumentStore } from '@annals/event-sourcing';
import { skipsOf } from './skips.js';
import type { Failure } from './failure.js';
import { isOf } from '../rebuilds/builds.js';
import type { AnyProjection } from '../views/any-projection.js';
import type { Track } from '../projector/track.js';

const FAILURES: Collection = { name: 'view-failures', fields: {}, indexes: [] };

/** Publishes to every process which views fail, and on which events. */
export const tellFailures = async (store: DocumentStore, tracks: readonly Track[]) => {
  const views = tracks.map(({ view }) => view);
  const published = await publishedFailures(store, views);
  for (const track of tracks) await tellUnlessTold(store, track, track.failure, published);
};

/** The same for one view. */
export const tellFailure = async (store: DocumentStore, track: Track, failure?: Failure) =>
  tellUnlessTold(store, track, failure, await publishedFailures(store, [track.view]));

/** Only a live view takes back what another process has published, and only of its own version. */
const tellUnlessTold = async (
  store: DocumentStore,
  track: Track,
  failure: Failure | undefined,
  published: ReadonlyMap<string, Failure>,
) => {
  const { projection, collection, checkpoint, state } = track;
  const told = standingFailure(published.get(track.view), { collection, checkpoint });
  if (told?.eventId === failure?.eventId) return;
  if (failure || (state === 'live' && isOurs(projection, told))) await tell(store, projection.name, failure);
};

const isOurs = (projection: AnyProjection, told: Failure | undefined) =>
  told?.building === undefined || isOf(projection, told.building);

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

type Place = { readonly collection: string; readonly checkpoint: number };

/** What was published of several views, by view. */
export const publishedFailures = async (
  store: DocumentStore,
  views: readonly string[],
): Promise<ReadonlyMap<string, Failure>> =>
  new Map((await store.get(FAILURES.name, views)).map(({ id, body }) => [id, body as Failure]));

export const toldFailure = async (store: DocumentStore, view: string, place: Place): Promise<Failure | undefined> =>
  standingFailure((await publishedFailures(store, [view])).get(view), place);

/** The event that a view fails on, until the view has passed it or serves the collection that was to be built. */
export const standingFailure = (failure: Failure | undefined, { collection, checkpoint }: Place) => {
  if (failure?.building !== undefined) return failure.building === collection ? undefined : failure;
  return failure && failure.position > checkpoint ? failure : undefined;
};

/** Resumes tracks whose failing event has been skipped; returns whether there were any. */
export const helpTracks = async (store: DocumentStore, tracks: readonly Track[]): Promise<boolean> => {
  let isHelped = false;
  for (const track of tracks) {
    if (!track.failure) continue;
    const { eventId, key } = track.failure;
    const skips = await skipsOf(store, track.view);
    if (!skips.some((skip) => skip.eventId === eventId && skip.key === key)) continue;
    track.failure = undefined;
    isHelped = true;
  }
  return isHelped;
};
