import { STEPS, type Step } from '@annals/contracts-deals';
import { sum, type Money } from '@annals/contracts-values';
import type { Group } from '@annals/event-sourcing';
import { linkTo } from '@annals/http';
import type { DealReportSettings } from '@annals/projections-deals';
import type { DealScope } from './pipeline.query.js';

/** `value` has one entry for each currency; `records` is the path that lists the deals behind the figures. */
export type PipelineFigures = {
  readonly deals: number;
  readonly value: readonly Money[];
  /** @example /v1/deals?status=open&step=negotiation */
  readonly records: string;
};

/** Deals by step; all eight steps, in order. */
export type PipelineSummary = {
  readonly steps: readonly (PipelineFigures & {
    readonly step: Step;
    /**
     * Days at the step after which an open deal counts as stalled.
     * @fraction
     */
    readonly stalledAfterDays: number;
    /**
     * Percent of the open deals at the step that are expected to be won, as `DEAL_PROBABILITIES` says.
     * @fraction
     */
    readonly probability: number;
  })[];
  readonly total: PipelineFigures;
};

/** What the settings say of each step. */
export type StepSettings = Pick<DealReportSettings, 'stepProbabilities'> & {
  /** The days after which an open deal counts as stalled. */
  readonly daysUntilStalled: Readonly<Record<Step, number>>;
};

/** `groups` are of step, currency and the sum of values. */
export const pipelineSummary = (
  groups: readonly Group[],
  scope: DealScope,
  { daysUntilStalled, stepProbabilities }: StepSettings,
): PipelineSummary => {
  const { status, owner, customer, country, region } = scope;
  const records = (step?: Step) => linkTo('/v1/deals', { status, step, owner, customer, country, region });
  const steps = STEPS.map((step) => {
    const ofStep = groups.filter(({ key }) => key[0] === step);
    const [stalledAfterDays, probability] = [daysUntilStalled[step], stepProbabilities[step]];
    return { step, ...figuresOf(ofStep), records: records(step), stalledAfterDays, probability };
  });
  return { steps, total: { ...figuresOf(groups), records: records() } };
};

const figuresOf = (groups: readonly Group[]) => {
  const byCurrency = Map.groupBy(groups, ({ key }) => String(key[1]));
  return {
    deals: groups.reduce((total, { count }) => total + count, 0),
    value: [...byCurrency].toSorted().map(([currency, ofCurrency]) => {
      return { amount: sum(ofCurrency.map(({ amounts }) => amounts[0]!)), currency };
    }),
  };
};
