import fc from 'fast-check';
import { forecastBand, salesVelocity } from './index.js';

describe('sales velocity', () => {
  const selling = { open: 3, won: 2, closed: 5, wonValue: '1000.00', wonCycleDays: 40 };
  it('is open deals × win rate × average value ÷ average cycle', () =>
    expect(salesVelocity(selling)).toBe(((3 * (2 / 5) * (1000 / 2)) / (40 / 2)).toFixed(2)));
  it('is null while nothing is won, or all on the day of the opening', () =>
    expect([salesVelocity({ ...selling, won: 0 }), salesVelocity({ ...selling, wonCycleDays: 0 })]).toEqual([
      null,
      null,
    ]));
});

describe('the band of a forecast', () => {
  const oneDeal = { weighted: '50.00', variance: '100.00', most: '100.00' };
  it('is 1.645 standard deviations wide on each side', () =>
    expect(forecastBand(oneDeal)).toEqual({ low: '33.55', high: '66.45' }));
  it('ends at nothing and at all deals together', () =>
    expect(forecastBand({ ...oneDeal, variance: '10000' })).toEqual({ low: '0.00', high: '100.00' }));
  it('is not cut where values are below zero', () =>
    expect(forecastBand({ weighted: '-50.00', variance: '0', most: '-100.00' })).toEqual({
      ...{ low: '-50.00', high: '-50.00' },
    }));
  it('holds the weighted value, and is narrower than the deals together', () =>
    fc.assert(
      fc.property(fc.array(fc.record({ value: fc.nat(1_000_000), percent: fc.nat(100) })), (deals) => {
        const total = (of: (deal: (typeof deals)[number]) => number) => deals.reduce((all, each) => all + of(each), 0);
        const weighted = total(({ value, percent }) => (value * percent) / 100);
        const variance = total(({ value, percent }) => (value ** 2 * percent * (100 - percent)) / 10_000);
        const { low, high } = forecastBand({
          ...{ weighted: weighted.toFixed(2), variance: variance.toFixed(4), most: `${total(({ value }) => value)}` },
        });
        expect(Number(low)).toBeLessThanOrEqual(weighted + 0.01);
        expect(Number(high)).toBeGreaterThanOrEqual(weighted - 0.01);
      }),
    ));
});
