import type { EChartsCoreOption } from 'echarts/core';
import { chartColours } from '../../design/theme.js';
import { isAdditive, isPeriod, roughly } from './shape.js';
import type { ReportRow } from './use-report.js';

type Props = {
  readonly rows: readonly ReportRow[];
  readonly by: readonly string[];
  readonly measure: string;
  readonly nameOf: (dimension: string, row: ReportRow) => string;
  readonly others: string;
  readonly format: (value: number) => string;
};

const [CATEGORIES, SERIES] = [24, 3];

/** Sums by two names. */
type Sums = ReadonlyMap<string, ReadonlyMap<string, number>>;

const sumsOf = ({ rows, by: [first = '', second], measure, nameOf }: Props): Sums => {
  const sums = new Map<string, Map<string, number>>();
  for (const row of rows) {
    const [category, series] = [nameOf(first, row), second === undefined ? '' : nameOf(second, row)];
    const of = sums.get(category) ?? new Map<string, number>();
    of.set(series, (of.get(series) ?? 0) + roughly(row.measures[measure]));
    sums.set(category, of);
  }
  return sums;
};

const totalOf = (of: ReadonlyMap<string, number>) => [...of.values()].reduce((sum, each) => sum + each, 0);

const categoriesOf = (sums: Sums, first: string | undefined): readonly string[] =>
  isPeriod(first)
    ? [...sums.keys()].toSorted().slice(-CATEGORIES)
    : [...sums]
        .toSorted(([, one], [, other]) => totalOf(other) - totalOf(one))
        .slice(0, CATEGORIES)
        .map(([name]) => name);

const seriesOf = (sums: Sums): readonly string[] => {
  const totals = new Map<string, number>();
  for (const of of sums.values()) for (const [name, value] of of) totals.set(name, (totals.get(name) ?? 0) + value);
  return [...totals].toSorted(([, one], [, other]) => other - one).map(([name]) => name);
};

/** Bars of a measure by the first dimension, stacked by the second where figures can be added. */
export const chartOf = (props: Props): EChartsCoreOption => {
  const { by, measure, others, format } = props;
  const [sums, canAdd, style] = [sumsOf(props), isAdditive(measure), getComputedStyle(document.documentElement)];
  const [categories, all] = [categoriesOf(sums, by[0]), seriesOf(sums)];
  const hasOthers = canAdd && all.length > SERIES;
  const shown = all.slice(0, hasOthers ? SERIES - 1 : SERIES);
  const valueOf = (category: string, name: string) => sums.get(category)?.get(name) ?? 0;
  const rest = (category: string) =>
    totalOf(sums.get(category) ?? new Map()) - shown.reduce((sum, name) => sum + valueOf(category, name), 0);
  const series = [
    ...shown.map((name) => ({ name, data: categories.map((each) => valueOf(each, name)) })),
    ...(hasOthers ? [{ name: others, data: categories.map(rest) }] : []),
  ];
  const [text, line] = [style.getPropertyValue('--text-2'), style.getPropertyValue('--line')];
  const axis = { axisLine: { lineStyle: { color: line } }, axisTick: { show: false }, axisLabel: { color: text } };
  return {
    animation: false,
    color: [...chartColours()],
    grid: { left: 0, right: 0, top: series.length > 1 ? 40 : 16, bottom: 0, outerBoundsMode: 'same' },
    ...(series.length > 1 && {
      legend: { top: 0, right: 0, icon: 'rect', itemWidth: 8, itemHeight: 8, textStyle: { color: text } },
    }),
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      valueFormatter: (value: unknown) => format(Number(value)),
      appendTo: 'body',
    },
    xAxis: { type: 'category', data: categories, ...axis },
    yAxis: { type: 'value', splitLine: { lineStyle: { color: line } }, axisLabel: { color: text, formatter: format } },
    series: series.map((each) => ({ ...each, type: 'bar', barMaxWidth: 48, ...(canAdd && { stack: 'all' }) })),
  };
};
