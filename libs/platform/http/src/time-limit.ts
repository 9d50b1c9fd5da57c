import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { serverProblems } from './server.problems.js';
import { sendProblem } from './send-problem.js';

/** 503: nobody knows what has become of it. A command that had its key may come again. */
export const tooLate = () => serverProblems.problem('TimedOut', undefined, { 'Retry-After': '1', Connection: 'close' });

/**
 * Answers whatever is not answered after so many milliseconds; what the handler says later reaches nobody. An answer that
 * has begun, such as a stream of events, takes the time it needs.
 */
export const limitTime = (fastify: FastifyInstance, milliseconds: number): void => {
  const timers = new WeakMap<FastifyRequest, NodeJS.Timeout>();
  fastify.addHook('onRequest', (request, reply, done) => {
    timers.set(request, setTimeout(() => answerLate(request, reply), milliseconds).unref());
    done();
  });
  fastify.addHook('onResponse', (request, _, done) => {
    clearTimeout(timers.get(request));
    done();
  });
};

const answerLate = (request: FastifyRequest, reply: FastifyReply) => {
  if (!reply.sent && !reply.raw.headersSent) sendProblem(reply, tooLate(), request.id);
};
