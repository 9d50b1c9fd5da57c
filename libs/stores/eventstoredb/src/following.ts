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
 * Events as they come, until the signal aborts. A subscription of the driver ends with its first error; another one
 * takes its place then, behind the last event seen. Throws only what would happen again.
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
