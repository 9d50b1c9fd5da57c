import fc from 'fast-check';
import { add, decimalsOf, fitsCurrency, givenMoney, money } from './index.js';

const accepts = (amount: string, currency: string) => givenMoney.safeParse({ amount, currency }).success;

it.each([
  ['100', 'JPY', true],
  ['100.00', 'JPY', true],
  ['100.55', 'JPY', false],
  ['63.97', 'EUR', true],
  ['63.973', 'EUR', false],
  ['-63.970', 'EUR', true],
  ['0.001', 'KWD', true],
  ['0.0001', 'KWD', false],
  ['0.0001', 'UYW', true],
  ['0.25', 'MGA', true],
  ['1', 'XXQ', false],
  ['1', 'eur', false],
  ['1', 'HRK', true],
])('takes %s %s from callers: %s', (amount, currency, is) => expect(accepts(amount, currency)).toBe(is));

it('names the amount where it has too many decimals, and the currency where there is none', () => {
  const pathOf = (value: object) => givenMoney.safeParse(value).error?.issues.map(({ path }) => path.join('.'));
  expect(pathOf({ amount: '100.55', currency: 'JPY' })).toEqual(['amount']);
  expect(pathOf({ amount: '100.55', currency: 'XXQ' })).toEqual(['currency']);
});

it('takes from the log whatever it holds', () => {
  for (const odd of [
    { amount: '100.55', currency: 'JPY' },
    { amount: '1', currency: 'XXQ' },
  ])
    expect(money.safeParse(odd).success).toBe(true);
});

it('lets the number of decimals decide, whatever the size', () =>
  fc.assert(
    fc.property(
      fc.constantFrom('JPY', 'EUR', 'KWD', 'CLF'),
      fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n }),
      fc.stringMatching(/^\d{0,7}[1-9]$/),
      (currency, whole, fraction) => {
        const amount = `${whole}.${fraction}`;
        expect(fitsCurrency(amount, currency)).toBe(fraction.length <= decimalsOf(currency)!);
        expect(fitsCurrency(add(amount, '0'), currency)).toBe(fitsCurrency(amount, currency));
      },
    ),
  ));
