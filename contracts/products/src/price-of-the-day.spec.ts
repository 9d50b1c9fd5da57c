import { fold } from '@annals/event-sourcing';
import fc from 'fast-check';
import { knownProduct, PriceEnded, priceOfTheDay, PriceSet, ProductAdded, type Price, type Purchase } from './index.js';

const productId = 'p-1';
const added = ProductAdded.event({
  ...{ productId, name: 'Chai', nameZh: null, code: null, description: null, category: null, unit: 'box' },
  taxClass: 'standard',
  ...{ activeFrom: null, activeUntil: null, substitutes: [], bundle: [], attributes: {} },
});
const step = (quantity: string, unitPrice: string) => ({ quantity, unitPrice });
const STANDARD: Price = {
  ...{ priceListId: 'standard', segment: null, currency: 'CNY', from: '2026-01-01', until: null },
  steps: [step('1', '18'), step('10', '17.1'), step('100', '15')],
};
const set = (priceId: string, said: Partial<Price> = {}) =>
  PriceSet.event({ productId, priceId, ...STANDARD, ...said });

type Listed = ReturnType<typeof set> | ReturnType<typeof PriceEnded.event>;
const known = (...events: readonly Listed[]) =>
  fold(
    knownProduct,
    [added, ...events].map((event) => ({ ...event, occurredAt: '2026-01-01T00:00:00.000Z' })),
  )!;
const PURCHASE: Purchase = { currency: 'CNY', segment: null, quantity: '1', day: '2026-06-01' };
const found = (events: readonly Listed[], said: Partial<Purchase> = {}) =>
  priceOfTheDay(known(...events), { ...PURCHASE, ...said });

it('says which price of which list, and which step of it', () =>
  expect(found([set('a')], { quantity: '12.5' })).toMatchObject({
    ...{ priceId: 'a', priceListId: 'standard', step: { quantity: '10', unitPrice: '17.1' } },
  }));

it.each([
  ['0.5', undefined],
  ['1', '18'],
  ['9.99', '18'],
  ['10', '17.1'],
  ['1000', '15'],
  ['-10', '17.1'],
])('has for a quantity of %s the unit price %s', (quantity, unitPrice) =>
  expect(found([set('a')], { quantity })?.step.unitPrice).toBe(unitPrice),
);

it.each<[string, Partial<Purchase>]>([
  ['another currency', { currency: 'EUR' }],
  ['a day before', { day: '2025-12-31' }],
  ['another list', { priceListId: 'export' }],
])('is none for %s', (_, said) => expect(found([set('a')], said)).toBeNull());

it('is valid on its first day and on its last one, until it is ended', () => {
  const prices = [set('a', { until: '2026-03-31' })];
  const on = (day: string, ...events: readonly Listed[]) => found([...prices, ...events], { day })?.priceId;
  expect([on('2026-01-01'), on('2026-03-31'), on('2026-04-01')]).toEqual(['a', 'a', undefined]);
  const ended = PriceEnded.event({ productId, priceId: 'a', until: '2026-02-28', reason: 'dearer' });
  expect([on('2026-02-28', ended), on('2026-03-01', ended)]).toEqual(['a', undefined]);
});

it('is for the segment before it is for all, then of a later day, then of the first list', () => {
  const wholesale = set('w', { segment: 'wholesale', from: '2025-01-01' });
  const later = set('l', { priceListId: 'sale', from: '2026-05-01' });
  const equal = set('e', { priceListId: 'a-list' });
  const twin = set('b', { priceListId: 'a-list' });
  expect(found([set('a'), wholesale], { segment: 'wholesale' })?.priceId).toBe('w');
  expect(found([set('a'), wholesale], { segment: 'retail' })?.priceId).toBe('a');
  expect(found([set('a'), wholesale])?.priceId).toBe('a');
  expect(found([set('a'), later])?.priceId).toBe('l');
  expect(found([set('a'), equal])?.priceId).toBe('e');
  expect(found([set('a'), equal, twin])?.priceId).toBe('b');
  expect(found([set('a'), later], { priceListId: 'standard' })?.priceId).toBe('a');
});

it('does not depend on the order in which prices were set', () =>
  fc.assert(
    fc.property(
      fc.uniqueArray(
        fc.record({
          priceListId: fc.constantFrom('a', 'b'),
          segment: fc.constantFrom(null, 'wholesale'),
          from: fc.constantFrom('2026-01-01', '2026-02-01'),
        }),
        { selector: (price) => JSON.stringify(price), minLength: 2 },
      ),
      (prices) => {
        const events = prices.map((said, index) => set(`p-${index}`, said));
        const asked = { segment: 'wholesale' };
        expect(found(events.toReversed(), asked)).toEqual(found(events, asked));
      },
    ),
  ));
