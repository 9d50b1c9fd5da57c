import fc from 'fast-check';
import { addsNothing, id, instant, money, sameContent, sentInstant, timeZone } from './index.js';

const accepted = (schema: { safeParse(value: unknown): { success: boolean } }) => (value: unknown) =>
  schema.safeParse(value).success;

it.each(['0198c2f0-6f3a-7c11-9a55-3b1f0c0f2a10', 'ALFKI', '7590-VHVEG', 'a'])('accepts %s as an id', (text) =>
  expect(accepted(id)(text)).toBe(true),
);
it.each(['', '-a', 'li na', '../a', 'a/b', '客户', 'a'.repeat(101)])('refuses "%s" as an id', (text) =>
  expect(accepted(id)(text)).toBe(false),
);

it('refuses money without a currency of three capital letters', () => {
  expect(accepted(money)({ amount: '12.50', currency: 'CNY' })).toBe(true);
  expect(accepted(money)({ amount: '12.50', currency: 'Yuan' })).toBe(false);
  expect(accepted(money)({ amount: 12.5, currency: 'CNY' })).toBe(false);
});

it.each([
  ['Asia/Shanghai', true],
  ['Europe/Berlin', true],
  ['UTC', true],
  ['Asia/Nowhere', false],
  ['', false],
])('knows whether "%s" is a time zone: %s', (name, is) => expect(accepted(timeZone)(name)).toBe(is));

describe('a repetition', () => {
  const known = { reason: 'call', owner: { id: 'e-1', name: 'Ann' }, note: null };

  it('has only known or missing members', () => {
    expect(addsNothing({ reason: 'call', owner: { name: 'Ann', id: 'e-1' } }, known)).toBe(true);
    expect(addsNothing({ reason: undefined }, known)).toBe(true);
  });
  it.each([{ reason: 'letter' }, { note: 'any' }, { reason: 'call', source: 'fax' }])('is not %j', (said) =>
    expect(addsNothing(said, known)).toBe(false),
  );
});

describe('the same content', () => {
  it('does not depend on the order of keys at any depth', () =>
    expect(sameContent({ a: [{ b: 1, c: 2 }], d: null }, { d: null, a: [{ c: 2, b: 1 }] })).toBe(true));
  it('does not depend on keys without a value', () => expect(sameContent({ a: 1, b: undefined }, { a: 1 })).toBe(true));
  it.each([
    [null, undefined],
    [1, '1'],
    [
      [1, 2],
      [2, 1],
    ],
    [{ a: null }, {}],
    [[], {}],
  ])('is not that of %j and %j', (one, other) => expect(sameContent(one, other)).toBe(false));
  it('is kept by a round trip through JSON', () =>
    fc.assert(
      fc.property(fc.jsonValue(), (value) => expect(sameContent(value, JSON.parse(JSON.stringify(value)))).toBe(true)),
    ));
});

it.each([
  ['2027-01-01T08:00:00+08:00', '2027-01-01T00:00:00.000Z'],
  ['2027-01-01T00:00:00+00:00', '2027-01-01T00:00:00.000Z'],
  ['2026-12-31T18:30:00.5-05:30', '2027-01-01T00:00:00.500Z'],
  ['2027-01-01T00:00:00Z', '2027-01-01T00:00:00.000Z'],
])('takes %s with its offset, and keeps %s', (sent, kept) => expect(sentInstant(instant).parse(sent)).toBe(kept));

it.each(['2027-01-01', '2027-01-01T00:00:00', '20270101T000000Z', '2027-02-30T00:00:00+01:00', 'soon'])(
  'refuses %s as an instant',
  (text) => expect(accepted(sentInstant(instant))(text)).toBe(false),
);
