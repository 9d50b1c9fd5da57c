import { RateLimit } from '@annals/http';

/** The rate limits of requests and of sign-in attempts. */
export class Limits {
  readonly requests: RateLimit;
  readonly signIns: RateLimit;

  /** Per minute; 0 for no limit. */
  constructor(requests: number, signIns: number, now?: () => Date) {
    this.requests = new RateLimit('requests', requests, now);
    this.signIns = new RateLimit('sign-in', signIns, now);
  }
}
