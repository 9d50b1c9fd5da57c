import type { Logger } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../commands/caller.js';
import type { HttpProblem } from './http-problem.js';
import { Repeats } from './repeats.js';

/** Who may not do what is written into the log: the credential, the right or the number of requests. */
const REFUSED: readonly number[] = [401, 403, 429];

type Asked = Pick<FastifyRequest, 'method' | 'routeOptions' | 'ip'> & { readonly user?: Caller | undefined };

/** Writes down who was refused what, the same again and again as one line with its count. */
export class RefusalLog {
  private readonly repeats = new Repeats();

  constructor(private readonly log: Logger) {}

  /** `part` names what was refused of a request that asks for several things. */
  tell({ status, code }: HttpProblem, { method, routeOptions, ip, user }: Asked, part?: string): void {
    if (!REFUSED.includes(status)) return;
    const who = `${user?.id ?? 'an unknown caller'} at ${ip}`;
    const what = `${method} ${routeOptions.url ?? 'an unknown path'}${part === undefined ? '' : `, ${part}`}`;
    const line = this.repeats.line(`${status} ${code} for ${who}: ${what}`);
    if (line !== undefined) this.log.log(line);
  }
}
