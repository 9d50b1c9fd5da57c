import { forecastBand } from '@annals/analytics';
import { compareDecimals, sum, type Money } from '@annals/contracts-values';
import type { Group } from '@annals/event-sourcing';
import type { Deal } from '@annals/projections-deals';
import type { Axis } from '@annals/reading';

/** What open deals were forecast to bring at a moment, and what has become of them. */
export type ForecastOutcomes = {
  /** The moment as it was asked for. @example 2026-03-01 */
  readonly asOf: string;
  readonly axis: Axis;
  /** One for each currency. */
  readonly totals: readonly ForecastOutcome[];
  /** The largest ones, up to 200. */
  readonly deals: readonly DealOutcome[];
  /** How many deals there are beyond these. */
  readonly left: number;
};

export type ForecastOutcome = {
  /** @example CNY */
  readonly currency: string;
  /** Deals that were open at the moment. */
  readonly deals: number;
  /** What they were worth then. */
  readonly openValue: string;
  /** Value × probability at that moment. */
  readonly weightedValue: string;
  /** @example 120.00 */
  readonly forecastLow: string;
  /** @example 410.00 */
  readonly forecastHigh: string;
  /** By what they are worth now. */
  readonly won: OutcomeFigures;
  readonly lost: OutcomeFigures;
  readonly open: OutcomeFigures;
  /** Deals that were withdrawn, or are out of reach now; by what they were worth then. */
  readonly gone: OutcomeFigures;
};

export type OutcomeFigures = { readonly deals: number; readonly value: string };

export type DealOutcome = {
  readonly dealId: string;
  /** At that moment. */
  readonly value: Money;
  readonly weightedValue: string;
  /** Now; `null` for a deal that was withdrawn or is out of reach. */
  readonly status: Deal['status'] | null;
  /** What it is worth now. @example 440.00 */
  readonly valueNow: string | null;
};

/** What both sides are asked for, and in which order. */
export const FORECAST = { groupBy: ['deal', 'currency'], amounts: ['value', 'weighted', 'variance'] } as const;
export const PRESENT = { groupBy: ['deal', 'status'], amounts: ['value'] } as const;

const MOST = 200; // deals

type Judged = DealOutcome & { readonly variance: string };

/** `then` are groups of `FORECAST` at the moment, `now` those of `PRESENT`. */
export const outcomesOf = (then: readonly Group[], now: readonly Group[]): Omit<ForecastOutcomes, 'asOf' | 'axis'> => {
  const present = new Map(now.map((group) => [group.key[0], group]));
  const judged = then.map(({ key: [deal, currency], amounts: [amount, weightedValue, variance] }): Judged => {
    const found = present.get(deal);
    return {
      ...{ dealId: String(deal), value: { amount: amount!, currency: String(currency) } },
      ...{ weightedValue: weightedValue!, variance: variance! },
      ...{ status: (found?.key[1] ?? null) as Deal['status'] | null, valueNow: found?.amounts[0] ?? null },
    };
  });
  const sorted = judged.toSorted((one, other) => compareDecimals(other.value.amount, one.value.amount));
  return {
    totals: [...Map.groupBy(judged, ({ value }) => value.currency)]
      .toSorted()
      .map(([currency, deals]) => totalOf(currency, deals)),
    deals: sorted.slice(0, MOST).map(({ variance: _, ...shown }) => shown),
    left: Math.max(0, sorted.length - MOST),
  };
};

const totalOf = (currency: string, deals: readonly Judged[]): ForecastOutcome => {
  const openValue = sum(deals.map(({ value }) => value.amount));
  const weightedValue = sum(deals.map((each) => each.weightedValue));
  const variance = sum(deals.map((each) => each.variance));
  const { low, high } = forecastBand({ weighted: weightedValue, variance, most: openValue });
  const figures = (status: DealOutcome['status']): OutcomeFigures => {
    const those = deals.filter((each) => each.status === status);
    return { deals: those.length, value: sum(those.map(({ valueNow, value }) => valueNow ?? value.amount)) };
  };
  return {
    ...{ currency, deals: deals.length, openValue, weightedValue, forecastLow: low, forecastHigh: high },
    ...{ won: figures('won'), lost: figures('lost'), open: figures('open'), gone: figures(null) },
  };
};
