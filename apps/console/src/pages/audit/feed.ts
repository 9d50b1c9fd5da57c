import { call } from '../../api/client.js';
import { ApiProblem } from '../../api/problem.js';
import type { components } from '../../generated/api.js';

export type FeedEvent = components['schemas']['RecordedEvent'];

/** Some events of the log, the newest first, and the position before which the next ones are. */
export type FeedPage = { readonly events: readonly FeedEvent[]; readonly next: number | null };

const BEYOND = Number.MAX_SAFE_INTEGER;
const [ENOUGH, FIRST, GROWTH, LIMIT] = [50, 200, 4, 1_000]; // events

type Read = components['schemas']['EventPage'];

// The typed client takes an answer that can also be a stream for one.
const readAfter = async (after: number, types: readonly string[]) =>
  (await call<Read>('GET', '/v1/events', { query: { after, limit: LIMIT, types } })).data;

/** The last position of the log, which the server names to those who read beyond it. */
const readHead = async (): Promise<number> => {
  try {
    return (await readAfter(BEYOND, [])).next;
  } catch (error) {
    if (error instanceof ApiProblem && error.code === 'PositionBeyondHead') return Number(error.details['head']);
    throw error;
  }
};

const readBetween = async (from: number, to: number, types: readonly string[]): Promise<readonly FeedEvent[]> => {
  const found: FeedEvent[] = [];
  for (let after = from; after < to;) {
    const { events, next } = await readAfter(after, types);
    found.push(...events.filter(({ position }) => position <= to));
    if (next <= after) break;
    after = next;
  }
  return found;
};

/** Events up to a position, or to the end of the log: back from there by windows that grow until there are enough. */
export const readBack = async (before: number | null, types: readonly string[]): Promise<FeedPage> => {
  let low = before ?? (await readHead());
  const found: FeedEvent[] = [];
  for (let size = FIRST; low > 0 && found.length < ENOUGH; size *= GROWTH) {
    const from = Math.max(0, low - size);
    found.push(...(await readBetween(from, low, types)).toReversed());
    low = from;
  }
  return { events: found, next: low > 0 ? low : null };
};
