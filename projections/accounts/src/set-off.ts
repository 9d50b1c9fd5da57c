import { compareDecimals, subtract, type Sums, type Tally } from '@annals/contracts-values';

const NOTHING = { count: 0, sum: '0.00' };

const atLeastZero = (amount: string) => (compareDecimals(amount, '0') > 0 ? amount : '0.00');

/**
 * What is left of open amounts when credits of the same currency are set off against them, those first that were due first.
 * Where nothing is left, no invoice counts as open.
 */
export const setOff = (open: Sums, credit: Sums): Tally => {
  const left = [...new Set([...Object.keys(open), ...Object.keys(credit)])].flatMap((currency) => {
    const { count, sum } = open[currency] ?? NOTHING;
    const amount = atLeastZero(subtract(sum, (credit[currency] ?? NOTHING).sum));
    const isOwed = amount !== '0.00';
    return count > 0 || isOwed ? [{ currency, amount, count: isOwed ? count : 0 }] : [];
  });
  return {
    count: left.reduce((total, { count }) => total + count, 0),
    values: Object.fromEntries(left.map(({ currency, amount }) => [currency, amount])),
  };
};

/** By currency what is left of the credits. */
export const creditLeft = (open: Sums, credit: Sums): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(credit).flatMap(([currency, { sum }]) => {
      const left = atLeastZero(subtract(sum, (open[currency] ?? NOTHING).sum));
      return left === '0.00' ? [] : [[currency, left]];
    }),
  );

/** Without what was paid back beyond what had been paid in. */
export const creditsAboveZero = (credit: Sums): Sums =>
  Object.fromEntries(Object.entries(credit).filter(([, { sum }]) => compareDecimals(sum, '0') > 0));
