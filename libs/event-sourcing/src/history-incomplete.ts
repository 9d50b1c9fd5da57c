import type { RecordedEvent } from './message.js';

/** What a stream lacks: all of it was deleted, or it begins late, or it has a gap, or an event of it cannot be read. */
export type Incompleteness = 'deleted' | 'truncated' | 'gap' | 'unreadable';

/** Whom a stream is about, and the type of an event of it, as far as that is known. */
export type StreamAbout = { readonly subject?: string; readonly type?: string };

/** Events of a stream are not there, or cannot be read. Nothing can be decided on the rest, and nothing begins anew on it. */
export class HistoryIncomplete extends Error {
  constructor(
    readonly stream: string,
    readonly found: Incompleteness,
    /** An event of the stream that is there. */
    readonly near?: StreamAbout,
  ) {
    super(`${stream} is incomplete: ${found}.`);
  }
}

/** The same events. Throws `HistoryIncomplete` unless they are the events of the stream after a revision, one after the other. */
export const requireComplete = (
  stream: string,
  after: number,
  events: readonly RecordedEvent[],
): readonly RecordedEvent[] => {
  let expected = after;
  for (const event of events) {
    expected += 1;
    if (event.revision !== expected)
      throw new HistoryIncomplete(stream, expected === after + 1 ? 'truncated' : 'gap', event);
  }
  return events;
};
