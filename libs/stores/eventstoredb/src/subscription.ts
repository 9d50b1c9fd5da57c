import type { RecordedEvent } from '@annals/event-sourcing';
import { eventTypeFilter, START, type BaseOptions } from '@eventstore/db-client';
import type { Line } from './connection.js';
import { recorded } from './envelope.js';
import { Inbox } from './inbox.js';
import type { Progress } from './progress.js';
import type { Shape } from './wanted.js';

const WINDOW = 512; // events that the server examines before it reports its progress

export type Subscribing = Shape & {
  readonly progress: Progress;
  /** Time limit for the confirmation by the server, in milliseconds. */
  readonly answerWithin: number;
  readonly options: BaseOptions;
};

/** Events of one subscription of the driver until the signal aborts. Throws when the subscription ends in any other way. */
export async function* subscribe(
  { client }: Line,
  over: AbortSignal,
  { progress, wanted, batch, passed, logOf, answerWithin, options }: Subscribing,
): AsyncGenerator<readonly RecordedEvent[], void> {
  const inbox: Inbox = new Inbox(
    client.subscribeToAll(
      {
        ...options,
        fromPosition: progress.begin ?? START,
        filter: eventTypeFilter({
          regex: wanted.pattern,
          maxSearchWindow: WINDOW,
          checkpointInterval: 1,
          // It must not throw: the subscription would stop forever.
          checkpointReached: (_, position) => inbox.reached(position),
        }),
      },
      { highWaterMark: batch },
    ),
    answerWithin,
  );
  over.addEventListener('abort', inbox.ring);
  try {
    while (!over.aborted) {
      const taken = inbox.take(batch);
      if (taken.length === 0) await inbox.arrival(progress);
      const log = await logOf(taken.filter(wanted.has)); // may fail, so it is called before the events count as seen
      const fresh = progress.fresh(taken);
      passed(fresh);
      const events = fresh.filter(wanted.has);
      if (events.length > 0) yield events.map((event) => recorded(event, log));
    }
  } finally {
    over.removeEventListener('abort', inbox.ring);
    inbox.close();
  }
}
