import type { FastifyReply } from 'fastify';
import type { HttpProblem } from './http-problem.js';
import { languageOf } from '../server/language.js';
import { problemOf } from './problem.js';

/** Sends a problem as the response. */
export const sendProblem = (reply: FastifyReply, problem: HttpProblem, requestId: string): FastifyReply => {
  const language = languageOf(reply.request.headers['accept-language']);
  return reply
    .status(problem.status)
    .headers({ 'Content-Language': language, ...challenge(problem), ...problem.headers })
    .type('application/problem+json')
    .send(problemOf(problem, language, requestId));
};

const challenge = ({ status }: HttpProblem): Record<string, string> =>
  status === 401 ? { 'WWW-Authenticate': 'Bearer realm="annals"' } : {};
