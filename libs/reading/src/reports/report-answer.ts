import { compareDecimals, type ReportDefinition, type Scalar } from '@annals/event-sourcing';
import { linkTo, listed } from '@annals/http';
import type { Answer } from '@annals/projecting';
import type { Axis } from '../as-of.js';
import type { KnownNames } from '../names.js';
import type { Figure } from './figures.js';
import type { Filters, ReportRequest } from './report-request.js';

/** Amounts and quantities are decimal strings; an average of nothing is `null`. */
export type ReportRow = {
  /** @example { "country": "CN" } */
  readonly key: Readonly<Record<string, Scalar>>;
  /**
   * The names of customers and owners that the key has ids of.
   * @example {}
   */
  readonly labels: Readonly<Record<string, string>>;
  /** @example { "deals": 12, "winRate": 0.42 } */
  readonly measures: Readonly<Record<string, string | number | null>>;
  /**
   * The path that lists the records behind these figures.
   * @example /v1/reports/sales/records?country=CN
   */
  readonly records: string;
};

export type Report = {
  readonly name: string;
  /** @example ["country"] */
  readonly by: readonly string[];
  /**
   * The filters in effect, with those that are taken for granted.
   * @example { "kind": ["organisation"] }
   */
  readonly where: Filters;
  readonly from: string | null;
  readonly to: string | null;
  /** The moment as it was asked for; `null` for now. @example 2026-03-31 */
  readonly asOf: string | null;
  /** Whether the figures are what was known at that moment or what was true at it; `null` for now. @example "recorded" */
  readonly axis: Axis | null;
  /** Sorted by key by default; none without `by`. */
  readonly rows: readonly ReportRow[];
  /** How many rows there are beyond the limit. */
  readonly left: number;
  /** One for each currency where there are amounts, else one. */
  readonly totals: readonly ReportRow[];
};

/** Names by dimension. */
export type Labels = Readonly<Record<string, KnownNames>>;

/** One figure as it goes out, with the link that lists its records. */
export const rowOf = (
  { name, measures }: ReportDefinition,
  { filters, from, to, then }: Pick<ReportRequest, 'filters' | 'from' | 'to' | 'then'>,
  { key, sums, amounts, medians }: Figure,
  labels: Labels = {},
): ReportRow => ({
  key,
  labels: Object.fromEntries(
    Object.entries(labels).flatMap(([dimension, names]) => {
      const label = names.get(String(key[dimension]));
      return label === undefined ? [] : [[dimension, label]];
    }),
  ),
  measures: Object.fromEntries(
    Object.entries(measures).map(([measure, { of }]) => [measure, of(sums, amounts, medians)]),
  ),
  records: linkTo(`/v1/reports/${name}/records`, {
    ...written({ ...filters, ...key }),
    ...{ from, to, asOf: then?.asOf, axis: then?.axis },
  }),
});

/** As a filter takes them. */
const written = (values: Readonly<Record<string, Scalar | readonly Scalar[]>>) =>
  Object.fromEntries(
    Object.entries(values).map(([name, each]) => [
      name,
      [each].flat().map((one) => (typeof one === 'string' ? listed(one) : one)),
    ]),
  );

/** By a measure, `-` before it the greatest first; as they are without one. */
export const ranked = (
  { measures }: ReportDefinition,
  sort: string | undefined,
  figures: readonly Figure[],
): readonly Figure[] => {
  if (sort === undefined) return figures;
  const turn = sort.startsWith('-') ? -1 : 1;
  const { of } = measures[sort.replace(/^-/, '')]!;
  const size = ({ sums, amounts, medians }: Figure) => `${of(sums, amounts, medians) ?? 0}`;
  return figures.toSorted((a, b) => turn * compareDecimals(size(a), size(b)));
};

/** The state of an answer that rests on two. */
export const weakest = (one: Answer<unknown>, other: Answer<unknown>) => ({
  position: Math.min(one.position, other.position),
  stale: one.stale || other.stale,
});
