import { daysIn } from '@annals/analytics';
import { Configuration } from '@annals/configuration';
import type { Scalar } from '@annals/event-sourcing';
import { Injectable } from '@nestjs/common';
import { instantIn } from './instants.js';
import { momentProblems } from './moment.problems.js';

/** Parameters such as `from` and `to`, as they were sent. */
export type Ends = { readonly from?: string | undefined; readonly to?: string | undefined };

/**
 * Reads every time that a parameter has: a day, which stands for its beginning in `TIME_ZONE`, or an instant with its
 * offset from UTC.
 */
@Injectable()
export class Moments {
  private readonly days: ReturnType<typeof daysIn>;

  constructor({ calendar }: Configuration) {
    this.days = daysIn(calendar.timeZone);
  }

  /** Throws `HttpProblem` 400 `MomentInvalid`, which names the parameter. */
  at(field: string, text: string): Date {
    return instantIn(text, this.days) ?? momentProblems.fail('MomentInvalid', { field });
  }

  /** Both ends in UTC. Throws `HttpProblem` 400 `MomentInvalid`, and `PeriodInvalid` if it ends before it begins. */
  period({ from, to }: Ends): Ends {
    const ends = { from: this.end('from', from), to: this.end('to', to) };
    expectPeriod(ends, { from, to });
    return ends;
  }

  private end(field: string, text: string | undefined): string | undefined {
    return text === undefined ? undefined : this.at(field, text).toISOString();
  }
}

type Range<T = Scalar> = { readonly from?: T | undefined; readonly to?: T | undefined };

/** Ends that are numbers, or in order as texts, such as months. `asSent` is what the problem shows. Throws `HttpProblem` 400 `PeriodInvalid`. */
export const expectPeriod = ({ from, to }: Range, asSent: Range = { from, to }): void => {
  if (from != null && to != null && from > to)
    throw momentProblems.problem('PeriodInvalid', { from: asSent.from, to: asSent.to });
};
