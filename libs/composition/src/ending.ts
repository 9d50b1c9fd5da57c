import type { EngineContact } from '@annals/event-sourcing';
import { setTimeout as delay } from 'node:timers/promises';

/** Milliseconds for which the end of a process waits for a work in progress: `away` while an engine does not answer. */
const PATIENCE = { usual: 5_000, away: 500 };

/**
 * Returns when work that is stopping has finished, or after a few seconds, so that a process ends although an engine is away.
 * The next process does the rest, as after a crash.
 */
export const finished = async (
  work: Promise<unknown>,
  contact: Pick<EngineContact, 'awaySince'>,
  { usual, away } = PATIENCE,
): Promise<void> => {
  const isAway = (['log', 'views'] as const).some((role) => contact.awaySince(role) !== undefined);
  const over = new AbortController();
  const late = delay(isAway ? away : usual, undefined, { signal: over.signal }).catch(() => undefined);
  await Promise.race([work, late]).finally(() => over.abort());
};
