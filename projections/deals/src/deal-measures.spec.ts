import { measures } from './deal-measures.js';

describe('a measure of the report', () => {
  const sums = { count: 7, open: 2, won: 3, lost: 2, cycleDays: 100, wonCycleDays: 70, lostCycleDays: 30 };
  const amounts = {
    ...{ value: '1000.00', openValue: '300.00', wonValue: '500.00', weighted: '100.00', variance: '400.00' },
    ...{ commit: '100.00', bestCase: '50.00' },
  };
  const medians = { cycleDays: 19.5, wonCycleDays: 20, lostCycleDays: 15 };
  const all = (...given: Parameters<NonNullable<(typeof measures)[string]>['of']>) =>
    Object.fromEntries(Object.entries(measures).map(([name, { of }]) => [name, of(...given)]));

  it('is made of exact sums', () =>
    expect(all(sums, amounts, medians)).toEqual({
      ...{ deals: 7, open: 2, won: 3, lost: 2, winRate: 0.6, value: '1000.00', openValue: '300.00' },
      ...{ wonValue: '500.00', lostValue: '200.00', averageWonValue: '166.67' },
      ...{ averageCycleDays: 20, averageWonCycleDays: 23.33, averageLostCycleDays: 15 },
      ...{ medianCycleDays: 19.5, medianWonCycleDays: 20, medianLostCycleDays: 15 },
      // 2 open × 0.6 × 166.67 ÷ 23.33
      ...{ salesVelocity: '8.57', weightedValue: '100.00', forecastLow: '67.10', forecastHigh: '132.90' },
      ...{ commitValue: '100.00', bestCaseValue: '50.00', pipelineValue: '150.00' },
    }));

  it('is null where nothing is counted', () => {
    const none = Object.fromEntries(Object.keys(sums).map((name) => [name, 0])) as typeof sums;
    const nothing = Object.fromEntries(Object.keys(amounts).map((name) => [name, '0.00'])) as typeof amounts;
    const { winRate, averageWonValue, averageCycleDays, medianCycleDays, salesVelocity } = all(none, nothing, {
      ...{ cycleDays: null, wonCycleDays: null, lostCycleDays: null },
    });
    expect([winRate, averageWonValue, averageCycleDays, medianCycleDays, salesVelocity]).toEqual(
      Array.from({ length: 5 }, () => null),
    );
  });
});
