import { add, decimal } from './index.js';
import fc from 'fast-check';
import { asDecimalStrings } from './decimal-strings.js';

it.each([
  [12, '12'],
  [-9.8, '-9.8'],
  [0.1 + 0.2, '0.3'],
  [1.005 * 100, '100.5'],
  [0.00000015, '0.00000015'],
  [999_999_999_999_999, '999999999999999'],
])('%d is %s', (number, text) => expect(asDecimalStrings(number)).toBe(text));

it.each([1e-9, 1e21])('leaves %d unchanged, because no decimal can hold it', (number) =>
  expect(decimal.safeParse(asDecimalStrings(number)).success).toBe(false),
);

it('converts lists and objects at any depth, and leaves other values unchanged', () =>
  expect(asDecimalStrings([{ quantity: 2, unitPrice: '9.80', product: 'Chai', discount: null }])).toEqual([
    { quantity: '2', unitPrice: '9.80', product: 'Chai', discount: null },
  ]));

it('returns every decimal of up to 15 digits as it was written', () =>
  fc.assert(
    fc.property(fc.nat({ max: 10 ** 14 }), fc.nat({ max: 8 }), (digits, places) => {
      const text = `${digits}`.padStart(places + 1, '0');
      const written = add(`${text.slice(0, text.length - places)}.${text.slice(text.length - places)}0`, '0');
      expect(add(`${asDecimalStrings(Number(written)) as string}`, '0')).toBe(written);
    }),
  ));
