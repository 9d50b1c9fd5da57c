import type { Language } from '@annals/event-sourcing';
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

/** Answers 503 `Overloaded` to refused requests before any other work, because a refusal must be cheap. */
export const admitWithin = (limits: AdmissionLimits, answer: RequestListener): RequestListener => {
  const admission = new Admission(limits);
  return (request: IncomingMessage, response: ServerResponse) => {
    if (isWatching(request.url)) return answer(request, response);
    const since = admission.enter();
    if (since === undefined) {
      const { headers, body } = ANSWERS[languageOf(request.headers['accept-language'])];
      return response.writeHead(503, headers).end(body);
    }
    response.once('close', () => admission.leave(since));
    answer(request, response);
  };
};
