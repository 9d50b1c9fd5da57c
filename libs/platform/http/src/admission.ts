import type { FastifyInstance, FastifyRequest } from 'fastify';
import { performance } from 'node:perf_hooks';
import { HttpProblem } from './http-problem.js';

/** `requests` is the most that are under way at once, `wait` the most milliseconds that one may have waited to be begun. */
export type AdmissionLimits = { readonly requests: number; readonly wait: number };

/**
 * Says which requests are begun. What comes in during a turn of the event loop is read one after the other, so whatever
 * is read late in a turn has waited since the turn began: it is refused at once, which is cheap, and those before it are
 * answered in time. As long as turns are short nothing is refused.
 */
export class Admission {
  private underWay = 0;
  private turnBegan: number | undefined;

  constructor(
    private readonly limits: AdmissionLimits,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Whether there is room; if so, `leave` has to follow. */
  enter(): boolean {
    if (this.underWay >= this.limits.requests || this.waited() >= this.limits.wait) return false;
    this.underWay += 1;
    return true;
  }

  leave(): void {
    this.underWay -= 1;
  }

  private waited(): number {
    if (this.turnBegan === undefined) {
      this.turnBegan = this.now();
      setImmediate(() => (this.turnBegan = undefined)); // comes when everything that was there has been read
    }
    return this.now() - this.turnBegan;
  }
}

/** Health and numbers are told under any load, or whoever watches would take a busy process for a dead one. */
const isWatching = (path: string) => /^\/(health\/|metrics)/.test(path);

/** Answers 503 `Overloaded` to what there is no room for. */
export const admitWithin = (fastify: FastifyInstance, limits: AdmissionLimits): void => {
  const admission = new Admission(limits);
  const inside = new WeakSet<FastifyRequest>();
  fastify.addHook('onRequest', async (request) => {
    if (isWatching(request.url)) return;
    if (!admission.enter()) throw new HttpProblem(503, 'Overloaded', undefined, { 'Retry-After': '1' });
    inside.add(request);
  });
  fastify.addHook('onResponse', async (request) => {
    if (inside.has(request)) admission.leave();
  });
};
