import type { Commit, DocumentStore, DocumentWrite, Event, Projection, RecordedEvent } from '@annals/event-sourcing';
import { fieldsOf, keysOf, step } from '@annals/event-sourcing';
import { type Failure, type Held, type Track, UNBORN } from './track.js';

type Erased = Projection<Event, object>;
type Documents = ReadonlyMap<string, Held>;
type Touch = { readonly event: RecordedEvent; readonly keys: readonly string[] };
type Changed = Held & { readonly by: RecordedEvent };
type Folded = { readonly writes: readonly DocumentWrite[]; readonly changed: ReadonlyMap<string, Changed> };
type Stopped = { readonly failure: Failure | undefined };

export type Prepared = Stopped & {
  /** `undefined` when the batch holds nothing that the track has not seen. */
  readonly commit: Commit | undefined;
  /** How many documents there are more than before; fewer if negative. */
  readonly born: number;
  /** To be called when the commit is in the store. */
  readonly settle: () => void;
};

/**
 * What a batch does to the documents of one projection. Where an event makes the projection throw, that is
 * what came before it.
 */
export const prepare = async (
  track: Track,
  store: DocumentStore,
  batch: readonly RecordedEvent[],
): Promise<Prepared> => {
  const events = batch.filter(({ position }) => position > track.checkpoint);
  const projection = track.projection as unknown as Erased;
  const { touches, failure: unkeyed } = touchesOf(projection, events);
  const held = await track.load(store, [...new Set(touches.flatMap(({ keys }) => keys))]);
  const { writes, changed, failure = unkeyed } = fold(projection, touches, held);

  const expected = track.checkpoint;
  const next = failure ? failure.position - 1 : (events.at(-1)?.position ?? expected);
  const commit = next > expected ? { collection: track.collection, writes, checkpoint: { expected, next } } : undefined;
  const settle = () => {
    track.moved(next, changed);
    track.failure = failure;
  };
  return { commit, failure, settle, born: bornIn(changed, held) };
};

const touchesOf = (projection: Erased, events: readonly RecordedEvent[]): Stopped & { touches: Touch[] } => {
  const touches: Touch[] = [];
  for (const event of events) {
    try {
      const keys = keysOf(projection, event);
      if (keys.length > 0) touches.push({ event, keys });
    } catch (error) {
      return { touches, failure: failureOn(event, error) };
    }
  }
  return { touches, failure: undefined };
};

const fold = (projection: Erased, touches: readonly Touch[], held: Documents): Folded & Stopped => {
  const changed = new Map<string, Changed>();
  const writes: DocumentWrite[] = [];
  let at: RecordedEvent | undefined;
  try {
    for (const touch of touches) {
      at = touch.event;
      apply(projection, touch, held, changed);
    }
    for (const [id, { position, body, by }] of changed) {
      at = by;
      writes.push({ id, position, body, fields: body ? fieldsOf(projection, body) : {} });
    }
    return { writes, changed, failure: undefined };
  } catch (error) {
    const poison = at!;
    const before = touches.filter(({ event }) => event.position < poison.position);
    const folded = fold(projection, before, held);
    return folded.failure ? folded : { ...folded, failure: failureOn(poison, error) };
  }
};

const apply = (projection: Erased, { event, keys }: Touch, held: Documents, changed: Map<string, Changed>) => {
  for (const key of keys) {
    const last = changed.get(key) ?? held.get(key) ?? UNBORN;
    if (event.position <= last.position) continue; // delivered again
    const body = step(projection, last.body, event, key);
    if (body !== last.body) changed.set(key, { position: event.position, body, by: event });
  }
};

const bornIn = (changed: Documents, held: Documents) => {
  const alive = ({ body }: Held = UNBORN) => (body ? 1 : 0);
  return [...changed].reduce((born, [id, now]) => born + alive(now) - alive(held.get(id)), 0);
};

const failureOn = ({ id, position }: RecordedEvent, error: unknown): Failure => ({
  eventId: id,
  position,
  message: error instanceof Error ? error.message : String(error),
  since: new Date().toISOString(),
});
