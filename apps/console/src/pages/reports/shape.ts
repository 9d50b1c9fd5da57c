import type { Asked, Definition, Report, ReportRow } from './use-report.js';

type Value = ReportRow['measures'][string];

/** The figures in one currency, where there are amounts. */
export type Shape = {
  readonly rows: readonly ReportRow[];
  readonly total: ReportRow | undefined;
  /** The currencies that there are, the one with most rows first; none without amounts. */
  readonly currencies: readonly string[];
  readonly currency: string | undefined;
};

/** The currency of a row whose amounts are kept apart by currency. */
const currencyOf = ({ key }: ReportRow) => (typeof key['currency'] === 'string' ? key['currency'] : undefined);

export const shapeOf = ({ rows, totals }: Report, { by, currency: chosen }: Asked): Shape => {
  const all = rows.length > 0 ? rows : totals;
  if (by.includes('currency')) return { rows: all, total: undefined, currencies: [], currency: undefined };
  const counts = Map.groupBy(
    all.filter((row) => currencyOf(row) !== undefined),
    currencyOf,
  );
  const currencies = [...counts]
    .toSorted(([, one], [, other]) => other.length - one.length)
    .flatMap(([currency]) => currency ?? []);
  const currency = currencies.find((each) => each === chosen) ?? currencies[0];
  const isShown = (row: ReportRow) => currency === undefined || currencyOf(row) === currency;
  return { rows: all.filter(isShown), total: totals.find(isShown), currencies, currency };
};

/** Whether a dimension is a time, which is shown in its order. */
export const isPeriod = (dimension: string | undefined): boolean =>
  dimension !== undefined && /(year|quarter|month)$/i.test(dimension);

/** Whether figures of a measure can be added: averages, shares, speeds and ends of bands cannot. */
export const isAdditive = (measure: string): boolean =>
  !/^(average|median)|(Share|Rate|Velocity|Low|High)$/.test(measure);

export const isShare = (measure: string): boolean => /(Share|Rate)$/.test(measure);

export const isDays = (measure: string): boolean => measure.endsWith('Days');

/** For charts, where an approximation does. */
export const roughly = (value: Value | undefined): number => Number(value ?? 0);

/** What a measure is called: its meaning without what explains it. */
export const shortOf = ({ measures }: Definition, name: string): string =>
  measures
    .find((each) => each.name === name)
    ?.meaning.split(/[,;，；(（]/, 1)[0]
    ?.trim() ?? name;
