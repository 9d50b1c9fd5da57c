import type { RecordedEvent } from '@annals/event-sourcing';
import type { Connection, Line } from './connection.js';
import { isRefusal } from './failures.js';
import { BackOff, unless } from './patience.js';
import { Progress, type Start } from './progress.js';
import { subscribe } from './subscription.js';
import type { Shape } from './wanted.js';

export type Following = Shape & {
  readonly after: number;
  /** The last event at or before `after`. */
  readonly start: () => Promise<Start>;
};

/**
 * New events until the signal aborts. A subscription of the driver ends at its first error and is then replaced by
 * another one after the last event seen. Throws only permanent errors.
 */
export async function* follow(
  connection: Connection,
  over: AbortSignal,
  { after, start, ...shape }: Following,
): AsyncGenerator<readonly RecordedEvent[], void> {
  const { options, patience } = connection;
  const backOff = new BackOff(patience);
  const progress = new Progress(after);
  const begin = async () => {
    progress.begin ??= await start();
    return connection.line();
  };
  for (let line: Line | undefined; !over.aborted; line = undefined) {
    try {
      line = await unless(over, begin());
      if (!line) return;
      const how = { progress, ...shape, options, answerWithin: patience.answerWithin };
      for await (const events of subscribe(line, AbortSignal.any([over, line.lost]), how)) {
        backOff.succeeded();
        yield events;
      }
    } catch (error) {
      if (over.aborted) return;
      if (line) connection.blame(line, error);
      if (isRefusal(error)) throw error;
      await backOff.failed(over);
    }
  }
}
