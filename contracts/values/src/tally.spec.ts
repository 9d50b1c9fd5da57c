import fc from 'fast-check';
import { minus, plus, sum, tally, tallyOf, type Money, type Sums } from './index.js';

const money = fc.record({
  amount: fc.integer({ min: -99_999, max: 99_999 }).map((cents) => (cents / 100).toFixed(2)),
  currency: fc.constantFrom('EUR', 'CNY'),
});
const none: Sums = {};
const tallyLeft = (sums: Sums) =>
  tallyOf(Object.fromEntries(Object.entries(sums).filter(([, { count }]) => count > 0)));

describe('sums of money', () => {
  it('are those of all amounts, whichever were added and taken off again', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(money, fc.boolean())), (all) => {
        const added = all.reduce((sums, [amount]) => plus(sums, amount), none);
        const sums = all.reduce((left, [amount, isGone]) => (isGone ? minus(left, amount) : left), added);
        const kept = all.filter(([, isGone]) => !isGone).map(([amount]) => amount);
        const byCurrency = Object.groupBy(kept, ({ currency }) => currency) as Record<string, Money[]>;
        const values = Object.entries(byCurrency).map(([currency, those]) => [
          currency,
          sum(those.map(({ amount }) => amount)),
        ]);
        expect(tallyLeft(sums)).toEqual({ count: kept.length, values: Object.fromEntries(values) as object });
        expect(tally.safeParse(tallyOf(sums)).success).toBe(true);
      }),
    ));

  it('may be taken off before they are added', () => {
    const amount = { amount: '5.00', currency: 'EUR' };
    const early = minus(none, amount);
    expect(tallyLeft(early)).toEqual({ count: 0, values: {} });
    expect(tallyOf(plus(early, amount))).toEqual({ count: 0, values: { EUR: '0.00' } });
    expect(tallyLeft(plus(plus(early, amount), amount))).toEqual({ count: 1, values: { EUR: '5.00' } });
  });
});
