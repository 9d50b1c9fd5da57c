import {
  ProductAdded,
  ProductChanged,
  productContracts,
  ProductReinstated,
  ProductWithdrawn,
  type ProductEvent,
} from '@annals/contracts-products';
import { fieldsOf, project } from '@annals/event-sourcing';
import { anyLogOf, recorded, viewContract } from '@annals/testing';
import fc from 'fast-check';
import { productList as listOf } from './index.js';

const productList = listOf({ calendar: { timeZone: 'Asia/Shanghai' } });
const productId = 'p-1';
const entry = {
  ...{ name: 'Chai Latte', nameZh: '印度奶茶', code: 'TEA-1', description: null, category: 'Tea', unit: 'box' },
  taxClass: 'reduced',
  ...{ activeFrom: null, activeUntil: null, substitutes: ['p-2'], attributes: {} },
  bundle: [{ productId: 'p-3', quantity: '2' }],
} as const;
const added = ProductAdded.event({ productId, ...entry, substitutes: ['p-2'], bundle: [...entry.bundle] });
const plain = ProductAdded.event({ ...added.data, nameZh: null, code: null });
const changed = ProductChanged.event({
  ...{ productId, before: { activeUntil: null, activeFrom: null } },
  after: { activeFrom: '2026-01-01', activeUntil: '2026-02-28' },
});
const withdrawn = ProductWithdrawn.event({ productId, from: '2026-02-01', reason: 'replaced' });
const reinstated = ProductReinstated.event({ productId, reason: 'made again' });

const after = (...events: ProductEvent[]) => project(productList, recorded(events)).get(productId);

it('shows a product as the catalogue has it', () => {
  expect(after(added)).toEqual({
    ...{ productId, ...entry, status: 'offered', withdrawnFrom: null, reason: null },
    ...{ addedAt: '2026-01-01T00:00:00.000Z', revision: 0 },
  });
  expect(productList.answer.of(after(added, changed)!)).toMatchObject({ activeUntil: '2026-02-28' });
});

it('shows since when and why it is not offered any more, or again', () => {
  expect(after(added, withdrawn)).toMatchObject({
    ...{ status: 'withdrawn', withdrawnFrom: '2026-02-01', reason: 'replaced', revision: 1 },
  });
  expect(after(added, withdrawn, reinstated)).toMatchObject({
    ...{ status: 'offered', withdrawnFrom: null, reason: 'made again' },
  });
});

it('passes over what belongs to no product that it knows', () =>
  expect(after(changed, withdrawn, reinstated)).toBeUndefined());

it('is found by the beginnings of its names and its code', () => {
  const { words } = fieldsOf(productList, after(added)!);
  expect(words).toEqual(expect.arrayContaining(['chai', 'latte', '奶茶', 'tea']));
  expect(fieldsOf(productList, after(plain)!)['words']).toEqual(['chai', 'latte']);
});

describe('what is on sale', () => {
  const days = (...events: ProductEvent[]) => {
    const { offeredFrom, offeredUntil } = fieldsOf(productList, after(...events)!);
    return [offeredFrom, offeredUntil];
  };
  const onSale = (now: string) => productList.list!.conditions!['onSale']!(new Date(now));

  it('is offered from the first day to the last one in the time zone of the company, or until it is withdrawn', () => {
    expect(days(added)).toEqual(['0000-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z']);
    expect(days(added, changed)).toEqual(['2025-12-31T16:00:00.000Z', '2026-02-28T16:00:00.000Z']);
    expect(days(added, changed, withdrawn)).toEqual(['2025-12-31T16:00:00.000Z', '2026-01-31T16:00:00.000Z']);
  });
  it('has begun by now, and not ended', () =>
    expect(onSale('2026-01-31T16:00:00Z')).toEqual([
      { field: 'offeredFrom', from: '', to: '2026-01-31T16:00:00.001Z' },
      { field: 'offeredUntil', from: '2026-01-31T16:00:00.001Z' },
    ]));
});

it('is named by its name', () => expect(productList.namedAs!['product']!.of(after(added)!)).toBe('Chai Latte'));

viewContract(
  productList,
  productContracts.filter(({ type }) => type.startsWith('Product')),
  anyLogOf(fc.constantFrom<ProductEvent>(added, plain, changed, withdrawn, reinstated)),
);
