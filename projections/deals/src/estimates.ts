import type { DealEstimated, Step } from '@annals/contracts-deals';
import { ifLatest } from '@annals/contracts-values';
import type { EventOf, RecordedEvent } from '@annals/event-sourcing';

/** The percent of the deals at a step that are expected to be won. */
export type Probabilities = Readonly<Record<Step, number>>;

type Estimate = {
  readonly probability: number | null;
  readonly reason: string;
  readonly at: string;
  readonly actor: string;
};

/** The estimate of a deal that occurred last, whether it still holds or not. */
export type Estimated = { readonly estimated: Estimate | null };

export const NOT_ESTIMATED: Estimated = { estimated: null };

/** The estimates after one more, in whatever order they are recorded. */
export const estimatedAfter = (
  { estimated }: Estimated,
  { data: { probability, reason }, occurredAt: at, actor }: RecordedEvent<EventOf<typeof DealEstimated>>,
): Partial<Estimated> => ifLatest(at, estimated?.at ?? null, { estimated: { probability, reason, at, actor } });

type Standing = Estimated & {
  readonly status: 'open' | 'won' | 'lost';
  readonly step: Step;
  readonly stepSince: string;
};

/** The estimate that counts of an open deal: one of the time since it is at its step, unless it was taken back. */
export const estimateOf = ({ status, stepSince, estimated }: Standing) => {
  if (status !== 'open' || !estimated || estimated.at < stepSince) return null;
  const { probability, reason, at, actor } = estimated;
  return probability === null ? null : { probability, reason, at, actor };
};

/** The probability of an open deal in percent: what was estimated, or that of its step. */
export const percentOf = (probabilities: Probabilities, deal: Standing): number | null =>
  deal.status === 'open' ? (estimateOf(deal)?.probability ?? probabilities[deal.step]) : null;
