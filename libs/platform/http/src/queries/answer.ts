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
  void reply.header('Annals-Position', `${payload.position}`);
  if (payload.stale) void reply.header('Annals-Stale', 'true');
  if (payload.incomplete?.size) void reply.header('Annals-Incomplete', listed(payload.incomplete));
  done(null, payload.value);
};

const listed = (incomplete: ReadonlyMap<string, string>) =>
  [...incomplete].map(([stream, found]) => `${stream}=${found}`).join(', ');

const isAnswer = (result: unknown): result is Answer<unknown> =>
  typeof result === 'object' && result !== null && 'value' in result && 'position' in result && 'stale' in result;

/** The headers of a problem that rests on a view, such as 404: a view that is behind may not have the record yet. */
export const freshnessHeaders = ({
  position,
  stale,
}: Omit<Answer<unknown>, 'value'>): Readonly<Record<string, string>> => ({
  'Annals-Position': `${position}`,
  ...(stale && { 'Annals-Stale': 'true' }),
});
