import { PriceEnded, PriceSet, type ProductEvent } from '@annals/contracts-products';
import { fieldsOf, project } from '@annals/event-sourcing';
import { anyLogOf, recorded, viewContract } from '@annals/testing';
import fc from 'fast-check';
import { priceList as listOf } from './index.js';

const priceList = listOf({ calendar: { timeZone: 'Asia/Shanghai' } });
const about = { productId: 'p-1', priceId: 'pr-1' };
const price = {
  ...{ priceListId: 'standard', segment: null, currency: 'CNY', from: '2026-01-01', until: null },
  steps: [{ quantity: '1', unitPrice: '18' }],
};
const set = PriceSet.event({ ...about, ...price });
const ended = PriceEnded.event({ ...about, until: '2026-02-28', reason: 'dearer' });
const after = (...events: ProductEvent[]) => project(priceList, recorded(events)).get('p-1 pr-1');

it('shows a price of a product, and until when it is valid', () => {
  const shown = { ...about, ...price, reason: null, setAt: '2026-01-01T00:00:00.000Z' };
  expect(after(set)).toEqual(shown);
  expect(after(set, ended)).toEqual({ ...shown, until: '2026-02-28', reason: 'dearer' });
});

it('passes over what belongs to no price that it knows', () => expect(after(ended)).toBeUndefined());

it('is valid on days in the time zone of the company', () => {
  const days = (...events: ProductEvent[]) => {
    const { validFrom, validUntil } = fieldsOf(priceList, after(...events)!);
    return [validFrom, validUntil];
  };
  expect(days(set)).toEqual(['2025-12-31T16:00:00.000Z', '9999-12-31T23:59:59.999Z']);
  expect(days(set, ended)).toEqual(['2025-12-31T16:00:00.000Z', '2026-02-28T16:00:00.000Z']);
  expect(priceList.list!.conditions!['valid']!(new Date('2026-01-31T16:00:00Z'))).toEqual([
    { field: 'validFrom', from: '', to: '2026-01-31T16:00:00.001Z' },
    { field: 'validUntil', from: '2026-01-31T16:00:00.001Z' },
  ]);
});

viewContract(priceList, [PriceSet, PriceEnded], anyLogOf(fc.constantFrom<ProductEvent>(set, ended)));
