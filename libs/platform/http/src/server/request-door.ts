import type { Language } from '@annals/event-sourcing';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { Admission, type AdmissionLimits } from './admission.js';
import { serverProblems } from '../problems/server.problems.js';
import { languageOf } from './language.js';
import { problemOf } from '../problems/problem.js';

const answerIn = (language: Language) => {
  const body = Buffer.from(JSON.stringify(problemOf(serverProblems.problem('Overloaded'), language)));
  const headers = {
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Content-Language': language,
    'Content-Length': body.length,
    'Cache-Control': 'no-store',
    'Retry-After': '1',
  };
  return { body, headers };
};

const ANSWERS = { en: answerIn('en'), zh: answerIn('zh') };

/** Health and metrics are always admitted; otherwise monitoring would take a busy process for a dead one. */
const isWatching = (path = '') => /^\/(health\/|metrics)/.test(path);

const hasBody = ({ headers }: IncomingMessage) =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/**
 * Answers 503 `Overloaded` to requests for which there is no room. One without a body is refused before any other work, because a
 * refusal must be cheap; one with a body when the body is there, so that nobody takes room by sending slowly.
 */
export class RequestDoor {
  private readonly admission: Admission;

  constructor(limits: AdmissionLimits) {
    this.admission = new Admission(limits);
  }

  before(answer: RequestListener): RequestListener {
    return (request, response) => {
      if (isWatching(request.url) || hasBody(request) || this.admits(response)) return answer(request, response);
      const { headers, body } = ANSWERS[languageOf(request.headers['accept-language'])];
      return response.writeHead(503, headers).end(body);
    };
  }

  /** Throws `HttpProblem` 503 `Overloaded`. */
  async afterBody({ raw }: FastifyRequest, reply: FastifyReply): Promise<void> {
    if (!hasBody(raw) || isWatching(raw.url) || this.admits(reply.raw)) return;
    throw serverProblems.problem('Overloaded', undefined, { 'Retry-After': '1' });
  }

  private admits(response: ServerResponse): boolean {
    const since = this.admission.enter();
    if (since === undefined) return false;
    response.once('close', () => this.admission.leave(since));
    return true;
  }
}
