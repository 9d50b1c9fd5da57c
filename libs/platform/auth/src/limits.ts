import { RateLimit } from '@annals/http';

/** How often somebody may ask: anything at all, and to be let in. */
export class Limits {
  readonly requests: RateLimit;
  readonly signIns: RateLimit;

  /** Per minute, 0 for any number. */
  constructor(requests: number, signIns: number, now?: () => Date) {
    this.requests = new RateLimit('requests', requests, now);
    this.signIns = new RateLimit('sign-in', signIns, now);
  }
}
