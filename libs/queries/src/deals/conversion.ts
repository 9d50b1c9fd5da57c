import { STEPS, type Step } from '@annals/contracts-deals';
import { ratio } from '@annals/contracts-values';
import type { Group } from '@annals/event-sourcing';
import { STEP_COUNTS, stepField, type StepCount } from '@annals/projections-deals';
import type { Axis } from '@annals/reading';

const [RATE_PLACES, HUNDREDTHS, PERCENT] = [4, 100, 100];

/** The sums that a conversion is made of, in their order. */
export const CONVERSION_SUMS: readonly string[] = STEPS.flatMap((step) =>
  STEP_COUNTS.map((count) => stepField(count, step)),
);

/** Deals by the steps that they have been at; a deal counts at each. */
export type StepConversions = {
  readonly steps: readonly StepConversion[];
  /** The moment as it was asked for; `null` for now. @example 2026-03-31 */
  readonly asOf: string | null;
  /** Whether the figures are what was known at that moment or what was true at it; `null` for now. @example "recorded" */
  readonly axis: Axis | null;
};

export type StepConversion = {
  readonly step: Step;
  /** Deals that have been at the step. */
  readonly deals: number;
  /** Of these open, at this step or another. */
  readonly open: number;
  readonly won: number;
  readonly lost: number;
  /** Of these went on to a later step, or were won. */
  readonly passed: number;
  /**
   * The share that went on, 0 to 1, of those that are at the step no longer: that went on, or were lost.
   * @fraction
   */
  readonly conversionRate: number | null;
  /**
   * The share that was won of those that are closed, 0 to 1: what history says of the probability.
   * @fraction
   */
  readonly winRate: number | null;
  /**
   * The probability that the forecast takes, 0 to 1, as `DEAL_PROBABILITIES` says.
   * @fraction
   */
  readonly probability: number;
  /**
   * Days at the step of a deal that has left it, on average.
   * @fraction
   */
  readonly averageDays: number | null;
};

/** `groups` are by status, with the sums of `CONVERSION_SUMS`. */
export const conversionsOf = (
  groups: readonly Group[],
  probabilities: Readonly<Record<Step, number>>,
): readonly StepConversion[] => {
  const sumOf = (count: StepCount, step: Step, status?: string) => {
    const index = CONVERSION_SUMS.indexOf(stepField(count, step));
    return groups
      .filter(({ key }) => status === undefined || key[0] === status)
      .reduce((sum, { sums }) => sum + sums[index]!, 0);
  };
  return STEPS.map((step) => {
    const [won, lost] = [sumOf('reached', step, 'won'), sumOf('reached', step, 'lost')];
    const passed = sumOf('passed', step);
    const stayed = lost - sumOf('passed', step, 'lost');
    const days = ratio(sumOf('time', step), sumOf('left', step));
    return {
      ...{ step, deals: sumOf('reached', step), open: sumOf('reached', step, 'open'), won, lost, passed },
      conversionRate: ratio(passed, passed + stayed, RATE_PLACES),
      winRate: ratio(won, won + lost, RATE_PLACES),
      probability: probabilities[step] / PERCENT,
      averageDays: days === null ? null : Math.round(days) / HUNDREDTHS,
    };
  });
};
