import type { Commit, DocumentStore, DocumentWrite, RecordedEvent } from '@annals/event-sourcing';
import {
  failureOn,
  fold,
  idsOf,
  touchesOf,
  Unfit,
  writesOf,
  type Changes,
  type Documents,
  type Touch,
} from './fold.js';
import type { AnyProjection, Failure, Track } from './track.js';

export type Prepared = {
  /** `undefined` when the batch holds nothing that the track has not seen. */
  readonly commit: Commit | undefined;
  readonly failure: Failure | undefined;
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
  const { touches, unfit } = touchesOf(track.projection, events);
  const held = await track.load(store, idsOf(touches));
  const { changes, writes, failure = unfit && failureOn(unfit) } = foldWhatFits(track.projection, touches, held);

  const expected = track.checkpoint;
  const next = failure ? failure.position - 1 : (events.at(-1)?.position ?? expected);
  const commit = next > expected ? { collection: track.collection, writes, checkpoint: { expected, next } } : undefined;
  const settle = () => {
    track.moved(next, changes);
    track.failure = failure;
  };
  return { commit, failure, settle };
};

type Fitting = {
  readonly changes: Changes;
  readonly writes: readonly DocumentWrite[];
  readonly failure: Failure | undefined;
};

const foldWhatFits = (projection: AnyProjection, touches: readonly Touch[], held: Documents): Fitting => {
  try {
    const changes = fold(projection, touches, held);
    return { changes, writes: writesOf(projection, changes), failure: undefined };
  } catch (error) {
    if (!(error instanceof Unfit)) throw error;
    const before = touches.filter(({ event }) => event.position < error.event.position);
    const fitting = foldWhatFits(projection, before, held);
    return { ...fitting, failure: fitting.failure ?? failureOn(error) };
  }
};
