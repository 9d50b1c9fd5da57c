import type { RecordedEvent } from '@annals/event-sourcing';
import { setTimeout } from 'node:timers/promises';
import { queryProblems } from '../queries.problems.js';
import type { Lens } from './lens.js';

/** The batches that a reader sees anything of. */
export async function* seenThrough(lens: Lens, batches: AsyncIterable<readonly RecordedEvent[]>) {
  for await (const batch of batches) {
    const seen = await lens(batch);
    if (seen.length > 0) yield seen; // else it is silence, which ends with a heartbeat
  }
}

type Framing = {
  /** In milliseconds. */
  readonly heartbeat: number;
  /** The problem to tell of; without it, the stream fails. */
  readonly problemOf?: ((error: unknown) => object) | undefined;
  /** Throws once the reader may not read any more. */
  readonly confirm: () => Promise<unknown>;
};

/**
 * Server-sent events. A comment keeps proxies from hanging up; a stream that cannot go on, or that the server ends, says why by
 * an event `problem` first.
 */
export async function* frames(
  batches: AsyncIterable<readonly RecordedEvent[]>,
  { problemOf, ...framing }: Framing,
): AsyncGenerator<string, void, void> {
  yield 'retry: 3000\n\n'; // first, so that the headers leave before events
  const log = batches[Symbol.asyncIterator]();
  try {
    yield* framesOf(log, framing);
    if (problemOf) yield problemFrame(problemOf(queryProblems.problem('StreamEnded')));
  } catch (error) {
    if (!problemOf) throw error;
    yield problemFrame(problemOf(error));
  } finally {
    await log.return?.();
  }
}

async function* framesOf(
  log: AsyncIterator<readonly RecordedEvent[]>,
  { heartbeat, confirm }: Omit<Framing, 'problemOf'>,
): AsyncGenerator<string, void, void> {
  let next = log.next();
  for (;;) {
    const batch = await orSilence(next, heartbeat);
    if (batch?.done) return;
    if (!batch) {
      await confirm();
      yield ':\n\n';
      continue;
    }
    yield* batch.value.map(frame);
    next = log.next();
  }
}

const frame = (event: RecordedEvent) => `id: ${event.position}\ndata: ${JSON.stringify(event)}\n\n`;

// Without an id, so that a reader resumes after the last event.
const problemFrame = (problem: object) => `event: problem\ndata: ${JSON.stringify(problem)}\n\n`;

/** `null` after a number of milliseconds without an answer. */
export const orSilence = async <T>(next: Promise<T>, ms: number): Promise<T | null> => {
  const done = new AbortController();
  const silence = setTimeout(ms, null, { signal: done.signal }).catch(() => null);
  return Promise.race([next, silence]).finally(() => done.abort());
};
