import { isAdditive, isDays, isPeriod, isShare, shapeOf, shortOf } from './shape.js';
import type { Asked, Report, ReportRow } from './use-report.js';

const row = (currency: string, quarter: string): ReportRow => ({
  key: { quarter, currency },
  labels: {},
  measures: { net: '1.00' },
  records: '',
});
const rows = [row('EUR', '1'), row('CNY', '1'), row('CNY', '2')];
const report = { rows, totals: [row('EUR', ''), row('CNY', '')] } as unknown as Report;
const asked = { by: ['quarter'], currency: undefined } as unknown as Asked;

describe('figures with amounts', () => {
  it('are shown in one currency, at first the one with most rows', () =>
    expect(shapeOf(report, asked)).toMatchObject({ rows: rows.slice(1), currencies: ['CNY', 'EUR'], currency: 'CNY' }));
  it('are shown in the chosen currency with its total', () =>
    expect(shapeOf(report, { ...asked, currency: 'EUR' })).toMatchObject({ rows: [rows[0]], total: report.totals[0] }));
  it('are all shown by currency', () =>
    expect(shapeOf(report, { ...asked, by: ['currency'] })).toMatchObject({ rows, currencies: [] }));
});

it('calls a measure by its meaning without the explanation', () => {
  const measures = [{ name: 'x', meaning: 'Average rating, 1 to 5' }];
  expect(shortOf({ measures } as unknown as Asked['definition'], 'x')).toBe('Average rating');
});

it('adds up sums, and no averages, rates or ends of bands', () => {
  expect(['wonValue', 'deals', 'resolutionMinutes'].every(isAdditive)).toBe(true);
  const others = ['averageWonValue', 'medianCycleDays', 'winRate', 'onTimeShare', 'salesVelocity', 'forecastHigh'];
  expect(others.some(isAdditive)).toBe(false);
});

it('knows shares, days and periods by their names', () => {
  expect(['winRate', 'onTimeShare', 'won'].map(isShare)).toEqual([true, true, false]);
  expect(['medianCycleDays', 'deals'].map(isDays)).toEqual([true, false]);
  expect(['month', 'closedQuarter', 'stage'].map(isPeriod)).toEqual([true, true, false]);
});
