import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { serverProblems } from '../problems/server.problems.js';
import { sendProblem } from '../problems/send-problem.js';

/** 503: the outcome is unknown. A command with an idempotency key may be repeated. */
export const tooLate = () => serverProblems.problem('TimedOut', undefined, { 'Retry-After': '1', Connection: 'close' });

/**
 * Answers requests that are not answered after a time limit in milliseconds; a later result of the handler is discarded. A
 * response that has started, such as a stream of events, is not limited.
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
