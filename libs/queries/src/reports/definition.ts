import type { Aggregation, Projection, Scalar } from '@annals/event-sourcing';

/** What reports are about, by the type of its values in a query. */
export type Dimension = {
  readonly type: 'text' | 'number' | 'boolean';
  /** Whose names its values stand for. */
  readonly names?: 'customers' | 'owners';
  /** Whether its values are personal, as free text is. */
  readonly personal?: true;
};

/** The sums over the facts of one group by field, and `count`, the number of those facts. */
export type Sums = Readonly<Record<string, number>>;

export type Measure = {
  readonly meaning: string;
  readonly of: (sums: Sums) => string | number | null;
};

export type ReportDefinition = {
  readonly name: string;
  readonly summary: string;
  readonly view: Projection<never, never>;
  readonly dimensions: Readonly<Record<string, Dimension>>;
  readonly measures: Readonly<Record<string, Measure>>;
  /** The fields that the measures are made of. */
  readonly sum: NonNullable<Aggregation['sum']>;
  /** The field that `from` and `to` look at, and by which records are sorted. */
  readonly time: string;
  /** Figures of different ones are never added up. */
  readonly apart: readonly string[];
  /** What is taken for granted unless the query says something about the dimension. */
  readonly defaults: Readonly<Record<string, Scalar>>;
  /** The sum `of` counts the facts that lead their `field`, which is wrong as soon as one of `within` splits these up. */
  readonly distinct?: { readonly of: string; readonly field: string; readonly within: readonly string[] };
};
