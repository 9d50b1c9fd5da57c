import type { RecordedEvent } from '@annals/event-sourcing';
import { eventTypeFilter, START, type BaseOptions } from '@eventstore/db-client';
import type { Line } from './connection.js';
import { recorded } from './envelope.js';
import { Inbox } from './inbox.js';
import type { Progress } from './progress.js';
import type { Shape } from './wanted.js';

const WINDOW = 512; // events that one search of the server looks at, and after which it tells how far it is

export type Subscribing = Shape & {
  readonly progress: Progress;
  /** Milliseconds that the server may take to confirm. */
  readonly answerWithin: number;
  readonly options: BaseOptions;
};

/** Events from one subscription of the driver until the signal aborts; throws when the subscription ends in any way. */
export async function* subscribe(
  { client }: Line,
  over: AbortSignal,
  { progress, wanted, batch, logOf, answerWithin, options }: Subscribing,
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
          // It must not throw: the subscription would stand still for ever.
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
      const log = await logOf(taken.filter(wanted.has)); // may fail, so before they count as seen
      const events = progress.fresh(taken).filter(wanted.has);
      if (events.length > 0) yield events.map((event) => recorded(event, log));
    }
  } finally {
    over.removeEventListener('abort', inbox.ring);
    inbox.close();
  }
}
