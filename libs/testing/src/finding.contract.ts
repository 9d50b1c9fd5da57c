import { groupingContract } from './grouping.contract.js';
import type { Aggregation, Collection, Condition, DocumentStore, FieldValue, Query } from '@annals/event-sourcing';

const goods: Collection = {
  name: 'goods-v1',
  fields: { name: 'one', price: 'one', sold: 'one', worth: 'amount', terms: 'many', sizes: 'many' },
  indexes: [['name'], ['sold', 'name']],
};

const STOCK: Record<string, Record<string, FieldValue>> = {
  a: { name: 'Apple', price: 3, sold: true, worth: '90071992547409.93', terms: ['apple', 'red'], sizes: [1, 2] },
  b: { name: 'Banana', price: 2, sold: false, worth: '-0.00004', terms: ['banana', 'yellow'], sizes: [2] },
  c: {
    name: 'Cherry',
    price: 9,
    sold: true,
    worth: '999999999999999.99999999',
    terms: ['cherry', 'red', 'red'],
    sizes: [],
  },
  d: { name: 'Äpfel', price: null, sold: null, worth: null, terms: ['äpfel', null], sizes: [null] },
  e: { name: 'Banana', price: 2, sold: true, worth: '1', terms: ['b\u{10FFFF}', '\u{10FFFF}'], sizes: [10] },
  f: {
    name: null,
    price: 10,
    sold: false,
    worth: '-999999999999998000000000000000.0000000000000001',
    terms: [],
    sizes: [3, true, '3'],
  },
};

/** The part of `documentStoreContract` about queries. */
export const findingContract = (current: () => DocumentStore) => {
  beforeEach(async () => {
    await current().open(goods);
    const writes = Object.entries(STOCK).map(([id, fields]) => ({ id, position: 1, body: { id }, fields }));
    await current().commit([{ collection: 'goods-v1', writes, checkpoint: { expected: 0, next: 1 } }]);
  });

  const page = (query: Partial<Query>) => current().find('goods-v1', { limit: 10, ...query });
  const idsOf = async (query: Partial<Query>) => (await page(query)).documents.map(({ id }) => id).join('');
  const groups = async (aggregation: Aggregation) =>
    (await current().aggregate('goods-v1', aggregation)).map(({ key, count, sums }) => [...key, count, ...sums]);

  it.each<[ids: string, ...where: Condition[]]>([
    ['be', { field: 'name', is: 'Banana' }],
    ['f', { field: 'name', is: null }],
    ['ace', { field: 'sold', is: true }],
    ['', { field: 'sold', is: 1 }],
    ['abe', { field: 'price', in: [2, 3, '9'] }],
    ['cd', { field: 'price', in: [null, 9] }],
    ['', { field: 'price', in: [] }],
    ['acf', { field: 'price', from: 3 }],
    ['ab', { field: 'price', from: 2, to: 9 }, { field: 'name', to: 'Banana2' }, { field: 'sizes', is: 2 }],
    ['abe', { field: 'price', to: 9 }],
    ['abcdef', { field: 'price', from: undefined, to: undefined }],
    ['', { field: 'price', from: null }],
    ['', { field: 'price', to: null }],
    ['', { field: 'price', from: 2, to: 'z' }],
    ['bf', { field: 'sold', to: true }],
    ['cd', { field: 'name', from: 'C' }],
    ['d', { field: 'name', startsWith: 'Ä' }],
    ['abcde', { field: 'name', startsWith: '' }],
    ['ac', { field: 'terms', is: 'red' }],
    ['d', { field: 'terms', is: null }],
    ['be', { field: 'terms', startsWith: 'b' }],
    ['e', { field: 'terms', startsWith: '\u{10FFFF}' }],
    ['abce', { field: 'terms', in: ['red', 'yellow', 'b\u{10FFFF}'] }],
    ['abf', { field: 'sizes', from: 2, to: 10 }],
    ['f', { field: 'sizes', is: true }],
    ['f', { field: 'sizes', startsWith: '3' }],
    ['abdef', { field: 'sizes', in: [1, 2, 10, null, '3'] }],
    ['a', { field: 'terms', startsWith: 'r' }, { field: 'terms', startsWith: 'a' }],
    ['c', { field: 'terms', is: 'red' }, { field: 'price', from: 4 }, { field: 'sold', is: true }],
  ])('finds "%s" where %j', async (ids, ...where) => {
    expect(await idsOf({ where })).toBe(ids);
    expect(await current().count('goods-v1', where)).toBe(ids.length);
  });

  it.each([1, 2, 3, 4])('counts up to %i and no further', async (most) =>
    expect(await current().count('goods-v1', [{ field: 'sold', is: true }], most)).toBe(Math.min(3, most)),
  );

  it.each<[ids: string, Query['sort']]>([
    ['abcdef', undefined],
    ['fabecd', { field: 'name' }],
    ['dcebaf', { field: 'name', descending: true }],
    ['dbeacf', { field: 'price' }],
    ['fcaebd', { field: 'price', descending: true }],
    ['dbface', { field: 'sold' }],
    ['ecafbd', { field: 'sold', descending: true }],
  ])('gives "%s" sorted by %j, on one page or on many', async (ids, sort) => {
    const order = sort && { sort };
    expect(await idsOf({ ...order })).toBe(ids);
    for (const limit of [1, 2, 4, 6]) {
      const pages: string[] = [];
      let after: Query['after'];
      do {
        const { documents, next } = await page({ ...order, limit, after });
        pages.push(documents.map(({ id }) => id).join(''));
        after = next ? (JSON.parse(JSON.stringify(next)) as typeof next) : undefined;
      } while (after);
      expect(pages.join('')).toBe(ids);
      expect(pages).toHaveLength(Math.ceil(ids.length / limit));
    }
  });

  it('sorts and pages what conditions leave over', async () => {
    const query = { where: [{ field: 'sold', is: true }], sort: { field: 'name', descending: true }, limit: 2 };
    const { documents, next } = await page(query);
    expect(documents.map(({ id }) => id)).toEqual(['c', 'e']);
    expect(next).toEqual({ value: 'Banana', id: 'e' });
    expect(await page({ ...query, after: next! })).toMatchObject({ documents: [{ id: 'a' }], next: null });
  });

  groupingContract(current);

  it('refuses a field that was not declared, and many values where one is needed', async () => {
    await expect(page({ where: [{ field: 'colour', is: 1 }] })).rejects.toThrow('goods-v1 has no field colour.');
    await expect(page({ sort: { field: 'colour' } })).rejects.toThrow('goods-v1 has no field colour.');
    await expect(page({ sort: { field: 'terms' } })).rejects.toThrow('goods-v1 has many values of terms');
    await expect(groups({ groupBy: ['colour'] })).rejects.toThrow('goods-v1 has no field colour.');
    await expect(groups({ groupBy: [], sum: ['sizes'] })).rejects.toThrow('goods-v1 has many values of sizes');
    await expect(groups({ groupBy: [], amounts: ['price'] })).rejects.toThrow('goods-v1 does not add up price.');
    await expect(groups({ groupBy: ['worth'] })).rejects.toThrow('goods-v1 only adds up worth.');
    await expect(page({ sort: { field: 'worth' } })).rejects.toThrow('goods-v1 only adds up worth.');
  });
};
