import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { Admission, type AdmissionLimits } from './admission.js';
import { HttpProblem } from './http-problem.js';
import { problemOf } from './problem.js';

const BODY = JSON.stringify(problemOf(new HttpProblem(503, 'Overloaded')));

const HEADERS = {
  'Content-Type': 'application/problem+json; charset=utf-8',
  'Content-Length': BODY.length,
  'Cache-Control': 'no-store',
  'Retry-After': '1',
};

/** Health and numbers are told under any load, or whoever watches would take a busy process for a dead one. */
const isWatching = (path = '') => /^\/(health\/|metrics)/.test(path);

/** Answers 503 `Overloaded` to what there is no room for, before anything else looks at it: a refusal has to be cheap. */
export const admitWithin = (limits: AdmissionLimits, answer: RequestListener): RequestListener => {
  const admission = new Admission(limits);
  return (request: IncomingMessage, response: ServerResponse) => {
    if (isWatching(request.url)) return answer(request, response);
    const since = admission.enter();
    if (since === undefined) return response.writeHead(503, HEADERS).end(BODY);
    response.once('close', () => admission.leave(since));
    answer(request, response);
  };
};
