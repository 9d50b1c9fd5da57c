import { PriceEnded, PriceSet, type Price } from '@annals/contracts-products';
import { scenarios } from '@annals/testing';
import { added, productId } from '../test/story.js';
import { product } from './product.decider.js';

const given = scenarios(product);
const steps = [
  { quantity: '1.00', unitPrice: '18.00' },
  { quantity: '10.00', unitPrice: '17.10' },
];
const price: Price = {
  ...{ priceListId: 'standard', segment: null, currency: 'CNY', from: '2026-01-01', until: '2026-03-31', steps },
};
const set = (priceId: string, said: Partial<Price> = {}) => PriceSet.event({ productId, priceId, ...price, ...said });
const ended = (until: string) => PriceEnded.event({ productId, priceId: 'a', until, reason: 'dearer' });

const setPrice = (priceId: string, said: Partial<Price> = {}) =>
  ({ type: 'SetPrice', productId, priceId, ...price, ...said }) as const;
const endPrice = { type: 'EndPrice', productId, priceId: 'a', until: '2026-02-28', reason: 'dearer' } as const;

describe('setting a price', () => {
  it('records list, segment, currency, days and steps, with decimals in one form', () => {
    const plain = { quantity: '1', unitPrice: '18' };
    given(added)
      .when(setPrice('a', { steps: [plain, { quantity: '10.0', unitPrice: '17.1' }] }))
      .then(set('a'));
    const { segment: _, until: __, ...rest } = setPrice('a');
    given(added)
      .when(rest)
      .then(set('a', { until: null }));
  });
  it('is silent when repeated, even after its end', () => {
    given(added, set('a')).when(setPrice('a')).thenNothing();
    given(added, set('a'), ended('2026-02-28')).when(setPrice('a')).thenNothing();
  });
  it('is refused with other content, and for an unknown product', () => {
    given(added, set('a'))
      .when(setPrice('a', { segment: 'wholesale' }))
      .thenRejected('PriceAlreadySet', { priceId: 'a' });
    given().when(setPrice('a')).thenRejected('ProductUnknown', { productId });
  });
  it('is refused with days or steps in the wrong order, and below zero', () => {
    given(added)
      .when(setPrice('a', { until: '2025-12-31' }))
      .thenRejected('PriceDaysReversed');
    for (const quantity of ['1', '0.5', '-1'])
      given(added)
        .when(
          setPrice('a', {
            steps: [
              { quantity: '1', unitPrice: '18' },
              { quantity, unitPrice: '17' },
            ],
          }),
        )
        .thenRejected('PriceStepsUnordered');
    given(added)
      .when(setPrice('a', { steps: [{ quantity: '0', unitPrice: '18' }] }))
      .thenRejected('PriceStepsUnordered', { quantity: '0.00' });
    given(added)
      .when(setPrice('a', { steps: [{ quantity: '1', unitPrice: '-18' }] }))
      .thenRejected('PriceBelowZero', { unitPrice: '-18.00' });
  });
  it('is refused beyond a thousand of them', () => {
    const listed = Array.from({ length: 1_000 }, (_, index) => set(`p-${index}`, { priceListId: `l-${index}` }));
    given(added, ...listed)
      .when(setPrice('a'))
      .thenRejected('TooManyPrices', { productId, most: 1_000 });
  });
});

describe('two prices of one list, segment and currency', () => {
  it.each<[string, Partial<Price>]>([
    ['on the last day', { from: '2026-03-31', until: null }],
    ['on the first day', { from: '2025-01-01', until: '2026-01-01' }],
    ['within', { from: '2026-02-01', until: '2026-02-02' }],
    ['around', { from: '2025-01-01', until: null }],
  ])('never overlap %s', (_, days) =>
    given(added, set('a'))
      .when(setPrice('b', days))
      .thenRejected('PricesOverlap', {
        ...{ priceId: 'a', priceListId: 'standard', from: '2026-01-01', until: '2026-03-31' },
      }),
  );
  it('follow one another', () => {
    for (const days of [
      { from: '2026-04-01', until: null },
      { from: '2025-01-01', until: '2025-12-31' },
    ])
      given(added, set('a')).when(setPrice('b', days)).then(set('b', days));
    const endless = set('a', { until: null });
    given(added, endless)
      .when(setPrice('b', { from: '2026-04-01', until: null }))
      .thenRejected('PricesOverlap');
    given(added, endless, ended('2026-03-31'))
      .when(setPrice('b', { from: '2026-04-01', until: null }))
      .then(set('b', { from: '2026-04-01', until: null }));
    given(added, endless, ended('2025-12-31')).when(setPrice('b')).then(set('b'));
  });
  it.each<[string, Partial<Price>]>([
    ['lists', { priceListId: 'export' }],
    ['segments', { segment: 'wholesale' }],
    ['currencies', { currency: 'EUR' }],
  ])('stand side by side on other %s', (_, said) =>
    given(added, set('a')).when(setPrice('b', said)).then(set('b', said)),
  );
});

describe('ending a price', () => {
  it('records its last day and why, once', () => {
    given(added, set('a')).when(endPrice).then(ended('2026-02-28'));
    given(added, set('a'), ended('2026-02-28')).when(endPrice).thenNothing();
    given(added, set('a', { until: null }))
      .when(endPrice)
      .then(ended('2026-02-28'));
  });
  it('never makes it longer', () =>
    given(added, set('a'), ended('2026-02-28'))
      .when({ ...endPrice, until: '2026-03-01' })
      .thenRejected('PriceAlreadyEnded', { priceId: 'a', until: '2026-02-28' }));
  it('is refused for an unknown price or product', () => {
    given(added).when(endPrice).thenRejected('PriceUnknown', { productId, priceId: 'a' });
    given().when(endPrice).thenRejected('ProductUnknown');
  });
});
