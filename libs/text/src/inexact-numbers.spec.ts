import fc from 'fast-check';
import { inexactNumbersIn } from './inexact-numbers.js';

const inexact = (json: string) => inexactNumbersIn(json, 100).map(({ path, text }) => `${path.join('.')}: ${text}`);

it.each([
  '12345678901234567890',
  '9007199254740992',
  '9007199254740993',
  '-9007199254740993',
  '9007199254740992.0',
  '0.1234567890123456789',
  '1234567890.12345678901',
  '12345678901234.5678',
  '0.10000000000000000555',
  '1e400',
  '-1E+400',
  '1e-400',
  '1.2345678901234567890e3',
  '1e99999999999999999999',
  `1${'0'.repeat(400)}`,
])('finds %s, of which a double loses digits', (text) => {
  expect(inexact(text)).toEqual([`: ${text}`]);
  expect(inexact(`{"a":[1,{"b\\"":"c:,","d":${text}}],"e":1}`)).toEqual([`a.1.d: ${text}`]);
  expect(inexact(`[[],{}, "x", null, ${text}\n]`)).toEqual([`4: ${text}`]);
});

it.each([
  '0',
  '-0',
  '0.1',
  '1.50',
  '100.000000000000000000',
  '0.000000000000000000001',
  '9007199254740991',
  '-9007199254740991',
  '123456789012.345',
  '0.1234567890123456',
  '1e3',
  '1E21',
  '6.02214076e23',
  '5e-324',
  '0e400',
  `0.${'0'.repeat(20)}1e21`,
])('finds none in %s', (text) => {
  expect(inexact(`{"a":[${text}]}`)).toEqual([]);
});

it('looks at no digits of texts and names', () => {
  expect(inexact('{"12345678901234567890":"12345678901234567890","a\\\\":" : 1e400,","b":"\\",1e400"}')).toEqual([]);
});

it('names at most as many as are asked for', () => {
  expect(inexactNumbersIn(`[${'1e400,'.repeat(1_000)}1]`, 100)).toHaveLength(100);
});

it('finds none in what is written from a value, and any that is added', () => {
  fc.assert(
    fc.property(fc.json(), fc.array(fc.string(), { minLength: 1 }), (json, path) => {
      const within = path.reduceRight((inside, name) => `{"":${json},${JSON.stringify(name)}:${inside}}`, '1e400');
      expect(inexactNumbersIn(within, 100).filter(({ text }) => text === '1e400')).toEqual([
        { path: path.map((name) => name.toWellFormed()), text: '1e400' },
      ]);
      if (!/\d{16}/.test(json)) expect(inexactNumbersIn(json, 100)).toEqual([]);
    }),
  );
});

it('finds exactly the decimals that differ from their double', () => {
  const digits = fc.bigInt({ min: 0n, max: 10n ** 22n });
  fc.assert(
    fc.property(digits, fc.integer({ min: 1, max: 30 }), (number, places) => {
      const padded = String(number).padStart(places + 1, '0');
      const text = `${padded.slice(0, -places)}.${padded.slice(-places)}`;
      const carried = BigInt(Number(text) === 0 ? 0 : (exactly(Number(text), places) ?? -1n));
      const whole = Number.isInteger(Number(text)) && !Number.isSafeInteger(Number(text));
      expect(inexact(text).length).toBe(carried === number && !whole ? 0 : 1);
    }),
  );
});

/** The shortest decimal of a double, without its point; `undefined` if it needs more than `places`. */
const exactly = (value: number, places: number): bigint | undefined => {
  const [mantissa, exponent] = value.toExponential().split('e') as [string, string];
  const [whole, fraction = ''] = mantissa.split('.') as [string, string?];
  const shift = places + Number(exponent) - fraction.length;
  return shift < 0 ? undefined : BigInt(`${whole}${fraction}`) * 10n ** BigInt(shift);
};

it('reads every character once', () => {
  const json = `{"a":"${'\\\\'.repeat(200_000)}","b":[${'"x",'.repeat(200_000)}1${'0'.repeat(200_000)}]}`;
  expect(inexactNumbersIn(json, 1)).toHaveLength(1);
});
