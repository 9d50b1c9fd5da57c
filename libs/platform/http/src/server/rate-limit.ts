import { serverProblems } from '../problems/server.problems.js';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isIPv6 } from 'node:net';

const WINDOW = 60_000; // ms
const REMEMBERED = 100_000; // callers

type Window = { readonly ends: number; readonly used: number };

/** A limit of requests per caller in a minute, which starts with the first request; 0 for no limit. */
export class RateLimit {
  private readonly windows = new Map<string, Window>();

  constructor(
    private readonly policy: string,
    private readonly perMinute: number,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** Counts a request and sets the `RateLimit` headers. Throws `HttpProblem` 429 `TooManyRequests`. */
  take(caller: string, reply: FastifyReply): void {
    if (this.perMinute === 0) return;
    const { ends, used } = this.windowOf(caller);
    this.remember(caller, { ends, used: used + 1 });
    this.tell(reply, ends, used + 1);
  }

  /** Refuses a caller that has reached the limit, without counting. */
  expectRoom(caller: string, reply: FastifyReply): void {
    if (this.perMinute === 0) return;
    const { ends, used } = this.windowOf(caller);
    if (used >= this.perMinute) this.tell(reply, ends, used + 1);
  }

  private windowOf(caller: string): Window {
    const now = this.now().getTime();
    const known = this.windows.get(caller);
    if (known && known.ends > now) return known;
    this.windows.delete(caller);
    return { ends: now + WINDOW, used: 0 };
  }

  private remember(caller: string, window: Window) {
    this.windows.set(caller, window);
    if (this.windows.size > REMEMBERED) this.windows.delete(this.windows.keys().next().value!); // the oldest window
  }

  private tell(reply: FastifyReply, ends: number, used: number) {
    const seconds = Math.max(1, Math.ceil((ends - this.now().getTime()) / 1000));
    void reply.headers({
      'RateLimit-Policy': `"${this.policy}";q=${this.perMinute};w=${WINDOW / 1000}`,
      RateLimit: `"${this.policy}";r=${Math.max(0, this.perMinute - used)};t=${seconds}`,
    });
    if (used > this.perMinute)
      throw serverProblems.problem('TooManyRequests', undefined, { 'Retry-After': `${seconds}` });
  }
}

/** The key of an address. An IPv6 subscriber has a whole network of addresses. */
export const addressOf = ({ ip }: Pick<FastifyRequest, 'ip'>): string => {
  if (!isIPv6(ip)) return `ip:${ip}`;
  const v4 = /^::ffff:(\d+(?:\.\d+){3})$/i.exec(ip)?.[1];
  return `ip:${v4 ?? networkOf(ip)}`;
};

const networkOf = (ip: string): string => {
  const [head = '', tail] = ip.split('::').map((half) => half.split(':').filter(Boolean));
  const zeros = tail ? Array.from({ length: 8 - head.length - tail.length }, () => '0') : [];
  return [...head, ...zeros, ...(tail ?? [])].slice(0, 4).join(':');
};
