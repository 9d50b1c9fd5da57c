import type { Aggregation, Collection, Condition, DocumentStore, FieldValue, Query } from '@annals/event-sourcing';

const goods: Collection = {
  name: 'goods-v1',
  fields: { name: 'one', price: 'one', sold: 'one', terms: 'many', sizes: 'many' },
  indexes: [['name'], ['sold', 'name']],
};

const STOCK: Record<string, Record<string, FieldValue>> = {
  a: { name: 'Apple', price: 3, sold: true, terms: ['apple', 'red'], sizes: [1, 2] },
  b: { name: 'Banana', price: 2, sold: false, terms: ['banana', 'yellow'], sizes: [2] },
  c: { name: 'Cherry', price: 9, sold: true, terms: ['cherry', 'red', 'red'], sizes: [] },
  d: { name: 'Äpfel', price: null, sold: null, terms: ['äpfel', null], sizes: [null] },
  e: { name: 'Banana', price: 2, sold: true, terms: ['b\u{10FFFF}', '\u{10FFFF}'], sizes: [10] },
  f: { name: null, price: 10, sold: false, terms: [], sizes: [3, true, '3'] },
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

  it('counts and sums all documents together', async () => {
    expect(await groups({ groupBy: [], sum: ['price', 'sold'] })).toEqual([[6, 26, 0]]);
    expect(await groups({ groupBy: [], where: [{ field: 'name', is: 'none' }] })).toEqual([]);
  });

  it('counts and sums by one field, null first', async () => {
    const bySold = [
      [null, 1, 0],
      [false, 2, 12],
      [true, 3, 14],
    ];
    expect(await groups({ groupBy: ['sold'], sum: ['price'] })).toEqual(bySold);
  });

  it('counts a document under each of many values, once', async () => {
    const where = [{ field: 'sold', is: true }];
    const byTerm = [
      ['apple', 1, 3],
      ['b\u{10FFFF}', 1, 2],
      ['cherry', 1, 9],
      ['red', 2, 12],
      ['\u{10FFFF}', 1, 2],
    ];
    expect(await groups({ groupBy: ['terms'], sum: ['price'], where })).toEqual(byTerm);
    const bySize = [[null], [1], [2], [3], [10], ['3'], [true]].map(([size]) => [size, size === 2 ? 2 : 1]);
    expect(await groups({ groupBy: ['sizes'] })).toEqual(bySize);
  });

  it('groups by several fields, and a condition on many values multiplies nothing', async () => {
    const where = [{ field: 'sizes', from: 0 }];
    const byBoth = [
      [false, 'banana', 1],
      [false, 'yellow', 1],
      [true, 'apple', 1],
      [true, 'b\u{10FFFF}', 1],
      [true, 'red', 1],
      [true, '\u{10FFFF}', 1],
    ];
    expect(await groups({ groupBy: ['sold', 'terms'], where })).toEqual(byBoth);
  });

  it('refuses a field that was not declared, and many values where one is needed', async () => {
    await expect(page({ where: [{ field: 'colour', is: 1 }] })).rejects.toThrow('goods-v1 has no field colour.');
    await expect(page({ sort: { field: 'colour' } })).rejects.toThrow('goods-v1 has no field colour.');
    await expect(page({ sort: { field: 'terms' } })).rejects.toThrow('goods-v1 has many values of terms');
    await expect(groups({ groupBy: ['colour'] })).rejects.toThrow('goods-v1 has no field colour.');
    await expect(groups({ groupBy: [], sum: ['sizes'] })).rejects.toThrow('goods-v1 has many values of sizes');
  });
};
