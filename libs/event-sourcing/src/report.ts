import type { Scalar } from './document-store.js';
import type { Words } from './words.js';

/** The sums over the documents of one group by field, and `count`, the number of those documents. */
export type Sums<Sum extends string = string> = Readonly<Record<Sum | 'count', number>>;

/** The exact sums of the amounts of one group, decimal strings. */
export type Amounts<Amount extends string = string> = Readonly<Record<Amount, string>>;

/** The middle values of one group by field; `null` where no document has a value. */
export type Medians<Median extends string = string> = Readonly<Record<Median, number | null>>;

/** What a report says of each group. Amounts are decimal strings; an average of nothing is `null`. */
export type Measure<
  Sum extends string = string,
  Amount extends string = string,
  Median extends string = string,
> = Words & {
  readonly of: (sums: Sums<Sum>, amounts: Amounts<Amount>, medians: Medians<Median>) => string | number | null;
};

/** What `GET /v1/reports/<name>` takes besides dimensions; no dimension has one of these names. */
export const REPORT_PARAMETERS = [
  ...(['by', 'from', 'to', 'sort', 'limit', 'cursor'] as const),
  ...(['consistencyToken', 'asOf', 'axis'] as const),
] as const;

/**
 * `GET /v1/reports/<name>?by=…` groups the documents of the view by dimensions and adds up; `GET /v1/reports/<name>/records`
 * lists the documents behind a figure. Every dimension is also a filter.
 */
export type ReportDefinition<
  D = never,
  Name extends string = string,
  Sum extends Name = Name,
  Amount extends Name = Name,
  Median extends Name = Name,
> = {
  /** In the path: `sales`. */
  readonly name: string;
  readonly summary: Words;
  /** Fields with one value. */
  readonly dimensions: readonly Name[];
  /** The label of a value of a dimension, according to the last document that has it; for customers, their names. */
  readonly labels?: Readonly<Partial<Record<Name, (document: D) => string | null>>>;
  /** The number fields that the measures are made of. */
  readonly sum: readonly Sum[];
  /** The amount fields that the measures are made of. */
  readonly amounts?: readonly Amount[];
  /** The number fields with whole numbers whose middle values the measures are made of; those without a value do not count. */
  readonly medians?: readonly Median[];
  readonly measures: Readonly<Record<string, Measure<NoInfer<Sum>, NoInfer<Amount>, NoInfer<Median>>>>;
  /** The field that `from` and `to` look at, and by which records are sorted. */
  readonly time: Name;
  /** Figures of different values of these are never added up, such as currencies. */
  readonly apart?: readonly Name[];
  /** What is taken for granted unless the query says something about the dimension. */
  readonly defaults?: Readonly<Partial<Record<Name, Scalar>>>;
  /**
   * The sum `of` counts the documents that lead their `field`, such as the first line of a deal. By one of `within`, which
   * splits these up, the values of `field` are counted instead.
   */
  readonly distinct?: { readonly of: Sum; readonly field: Name; readonly within: readonly Name[] };
};
