import fc from 'fast-check';
import { add, average, compareDecimals, DECIMAL, divide, multiply, sortableDecimal, subtract, sum } from './index.js';

const PLACES = 8;
const GREATEST = 10n ** 15n - 1n;

/** Digits and the number of decimal places; half of them below zero. */
const numberUpTo = (max: bigint, places: number) =>
  fc.record({ digits: fc.bigInt({ min: -max, max }), scale: fc.nat({ max: places }) });

const written = ({ digits, scale }: { digits: bigint; scale: number }) => {
  const text = `${digits < 0n ? -digits : digits}`.padStart(scale + 1, '0');
  const [whole, fraction] = [text.slice(0, text.length - scale), text.slice(text.length - scale)];
  return `${digits < 0n ? '-' : ''}${whole}${scale > 0 ? `.${fraction}` : ''}`;
};
/** Any decimal that may be recorded. */
const anyDecimal = fc.oneof(
  numberUpTo(GREATEST, PLACES).map(written),
  fc.tuple(numberUpTo(GREATEST, 0).map(written), fc.stringMatching(/^(\.\d{1,8})?$/)).map((parts) => parts.join('')),
);
/** Any result of sums and products. */
const anyResult = numberUpTo(10n ** 40n, 16).map(written);

/** The same number in units of 10⁻¹⁶, computed independently of the code under test. */
const exact = (text: string) => {
  const [, sign, whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)!;
  const size = BigInt(whole) * 10n ** 16n + BigInt(fraction.padEnd(16, '0'));
  return sign === '-' ? -size : size;
};

const holds = (law: (a: string, b: string) => void) => () => fc.assert(fc.property(anyDecimal, anyDecimal, law));

describe('decimal arithmetic', () => {
  it(
    'adds exactly',
    holds((a, b) => expect(exact(add(a, b))).toBe(exact(a) + exact(b))),
  );
  it(
    'subtracts exactly',
    holds((a, b) => expect(exact(subtract(a, b))).toBe(exact(a) - exact(b))),
  );
  it(
    'multiplies exactly',
    holds((a, b) => expect(exact(multiply(a, b)) * 10n ** 16n).toBe(exact(a) * exact(b))),
  );
  it('sums up exactly, in any order', () =>
    fc.assert(
      fc.property(fc.array(anyDecimal), (values) => {
        expect(exact(sum(values))).toBe(values.map(exact).reduce((a, b) => a + b, 0n));
        expect(sum(values.toReversed())).toBe(sum(values));
      }),
    ));
  it(
    'subtracts what it added',
    holds((a, b) => expect(subtract(add(a, b), b)).toBe(add(a, '0'))),
  );
  it.each([
    ['1', '3', 2, '0.33'],
    ['2', '3', 2, '0.67'],
    ['0.125', '1', 2, '0.13'],
    ['-0.125', '1', 2, '-0.13'],
    ['999999999999999.99', '0.01', 2, '99999999999999999.00'],
    ['10', '4', 0, '3.00'],
  ])('divides %s by %s to %i places: %s', (a, b, places, quotient) => expect(divide(a, b, places)).toBe(quotient));
  it('makes no average of nothing', () => expect([average('0.00', 0), average('10', 4)]).toEqual([null, '2.50']));
  it('is exact where a float is not', () => expect(add('0.1', '0.2')).toBe('0.30'));
});

describe('how a decimal is written', () => {
  it('is unchanged when it is read and written again, at any size', () =>
    fc.assert(
      fc.property(fc.oneof(anyDecimal, anyResult), (value) => {
        const once = add(value, '0');
        expect(exact(once)).toBe(exact(value));
        expect(add(once, '0')).toBe(once);
      }),
    ));
  it('can be recorded if it could be before', () =>
    fc.assert(
      fc.property(anyDecimal, (value) => {
        expect(value).toMatch(DECIMAL);
        expect(add(value, '0')).toMatch(DECIMAL);
      }),
    ));
  it.each([
    ['1200', '1200.00'],
    ['-0.5', '-0.50'],
    ['0.12340', '0.1234'],
    ['-0.00', '0.00'],
    ['-999999999999999', '-999999999999999.00'],
    ['-1000000000000000', '-1000000000000000.00'],
  ])('is %s → %s', (value, canonical) => expect(add(value, '0')).toBe(canonical));
  it.each(['', '.5', '1.', '1,5', '1e3', '+1', '１２', '1234567890123456', '0.123456789', '1\n'])(
    'is never "%s"',
    (text) => expect(text).not.toMatch(DECIMAL),
  );
});

describe('the text that sorts as a decimal', () => {
  it(
    'is less, equal or greater as the decimal is',
    holds((a, b) => {
      const order = (one: string | bigint, other: string | bigint) => (one < other ? -1 : Number(one > other));
      expect(order(sortableDecimal(a), sortableDecimal(b))).toBe(order(exact(a), exact(b)));
      expect(compareDecimals(a, b)).toBe(order(exact(a), exact(b)));
    }),
  );
  it.each([
    ['-10', '-9.5'],
    ['-1.55', '-1.5'],
    ['-0.01', '0'],
    ['9', '10'],
    ['999999999999999.98', '999999999999999.99'],
  ])('is less of %s than of %s', (less, greater) =>
    expect(sortableDecimal(less) < sortableDecimal(greater)).toBe(true),
  );
});
