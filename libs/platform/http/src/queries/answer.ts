import type { Answer } from '@annals/projecting';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Replaces an `Answer` by its value and puts the position of the view into a header. Other results are unchanged. */
export const tellFreshness = (
  _: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
  done: (error: null, payload: unknown) => void,
): void => {
  if (!isAnswer(payload)) return done(null, payload);
  void reply.headers(freshnessHeaders(payload));
  done(null, payload.value);
};

const isAnswer = (result: unknown): result is Answer<unknown> =>
  typeof result === 'object' && result !== null && 'value' in result && 'position' in result && 'stale' in result;

const MOST = 20; // streams, so that the header stays short

/** How fresh and how whole an answer is, also that of a problem that rests on a view, such as 404: a view that is behind may not have the record yet. */
export const freshnessHeaders = ({
  position,
  stale,
  incomplete = new Map(),
}: Omit<Answer<unknown>, 'value'>): Readonly<Record<string, string>> => ({
  'Annals-Position': `${position}`,
  ...(stale && { 'Annals-Stale': 'true' }),
  ...(incomplete.size > 0 && { 'Annals-Incomplete': listed(incomplete) }),
});

const listed = (incomplete: ReadonlyMap<string, string>) =>
  [...incomplete]
    .slice(0, MOST)
    .map(([stream, found]) => `${stream}=${found}`)
    .join(', ');
