import type { RecordedEvent } from './message.js';

/** A moment on one of three axes: the log position, when we knew (`recordedAt`), when it was true (`occurredAt`). */
export type Moment = { readonly position: number } | { readonly recordedAt: Date } | { readonly occurredAt: Date };

/** The events that count at a moment, in the order of its axis. */
export const until = (history: readonly RecordedEvent[], moment: Moment): readonly RecordedEvent[] => {
  if ('position' in moment) return history.filter(({ position }) => position <= moment.position);
  if ('recordedAt' in moment) return history.filter(({ recordedAt }) => new Date(recordedAt) <= moment.recordedAt);
  return history
    .filter(({ occurredAt }) => new Date(occurredAt) <= moment.occurredAt)
    .toSorted((a, b) => Date.parse(a.occurredAt) - Date.parse(b.occurredAt));
};
