import type { Answer } from '@annals/projecting';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** An `Answer` becomes its value; how far the view had read goes to the header. Whatever else a handler returns stays. */
export const tellFreshness = (
  _: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
  done: (error: null, payload: unknown) => void,
): void => {
  if (!isAnswer(payload)) return done(null, payload);
  void reply.header('Annals-Position', `${payload.position}`);
  if (payload.stale) void reply.header('Annals-Stale', 'true');
  done(null, payload.value);
};

const isAnswer = (result: unknown): result is Answer<unknown> =>
  typeof result === 'object' && result !== null && 'value' in result && 'position' in result && 'stale' in result;
