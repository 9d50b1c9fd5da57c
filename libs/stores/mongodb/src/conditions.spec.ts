import { ID, type Condition } from '@annals/event-sourcing';
import { afterOf, filterOf, orderOf } from './conditions.js';
import { Shape } from './shape.js';

const shape = new Shape({ name: 'goods-v1', fields: { price: 'one', terms: 'many' }, indexes: [['price']] });

describe('a condition', () => {
  const testsOf = (...where: Condition[]) => filterOf(shape, where).$and!.slice(1);

  it.each<[Condition, object]>([
    [{ field: 'price', is: 1.5 }, { $eq: 1.5 }],
    [{ field: 'price', is: null }, { $eq: null }],
    [{ field: 'price', in: ['a', 3] }, { $in: ['a', 3n] }],
    [{ field: 'price', from: 2 }, { $gte: 2n }],
    [{ field: 'price', to: 'x' }, { $lt: 'x' }],
    [
      { field: 'price', from: false, to: true },
      { $gte: false, $lt: true },
    ],
    [
      { field: 'price', startsWith: 'ab' },
      { $gte: 'ab', $lt: 'ac' },
    ],
    [
      { field: 'price', startsWith: 'a\u{10FFFF}' },
      { $gte: 'a\u{10FFFF}', $lt: 'b' },
    ],
    [
      { field: 'price', startsWith: '\uD7FF' },
      { $gte: '\uD7FF', $lt: '\uE000' },
    ],
    [{ field: 'price', startsWith: '' }, { $gte: '' }],
  ])('%j looks for what is equal, or in a range of one type', (condition, operators) => {
    expect(testsOf(condition)).toEqual([{ 'fields.price': operators }]);
  });

  it.each<Condition>([
    { field: 'price', from: null },
    { field: 'price', to: null },
    { field: 'price', from: 1, to: 'x' },
  ])('%j finds nothing', (condition) => {
    expect(testsOf(condition)).toEqual([{ 'fields.price': { $in: [] } }]);
  });

  it('has to be met by one of many values, not by two of them', () => {
    expect(testsOf({ field: 'terms', from: 'a', to: 'c' })).toEqual([
      { 'fields.terms': { $elemMatch: { $gte: 'a', $lt: 'c' } } },
    ]);
  });

  it('without bounds asks nothing, and none finds what was removed', () => {
    expect(filterOf(shape, [{ field: 'price' }])).toEqual({ $and: [{ body: { $exists: true } }] });
  });

  it('needs a field that was declared', () => {
    expect(() => testsOf({ field: 'toString', is: 1 })).toThrow('goods-v1 has no field toString.');
  });
});

describe('a page', () => {
  const up = { field: 'price' };
  const down = { field: 'price', descending: true };
  const path = 'fields.price';

  it('is sorted by its field and then by id, both in one direction', () => {
    expect([...orderOf(shape, undefined)]).toEqual([['_id', 1]]);
    expect([...orderOf(shape, down)]).toEqual([
      [path, -1],
      ['_id', -1],
    ]);
    expect(() => orderOf(shape, { field: 'terms' })).toThrow('many values of terms');
  });

  it('goes on after an id', () => {
    expect(afterOf(undefined, { value: null, id: 'x' })).toEqual({ _id: { $gt: 'x' } });
  });

  it('goes on after a value with its own type, and then with the types beyond', () => {
    const following = (value: string | number | boolean | null, sort = up) =>
      afterOf(sort, { value, id: 'x' }).$or!.map((part: Record<string, unknown>) => part[path]);
    expect(following(null)).toEqual([{ $eq: null }, { $gte: -Infinity }, { $gte: '' }, { $gte: false }]);
    expect(following(3)).toEqual([{ $eq: 3n }, { $gt: 3n }, { $gte: '' }, { $gte: false }]);
    expect(following('a')).toEqual([{ $eq: 'a' }, { $gt: 'a' }, { $gte: false }]);
    expect(following(true)).toEqual([{ $eq: true }, { $gt: true }]);
    expect(following(null, down)).toEqual([{ $eq: null }]);
    expect(following(3, down)).toEqual([{ $eq: 3n }, { $lt: 3n }, { $eq: null }]);
    expect(following(false, down)).toEqual([
      { $eq: false },
      { $lt: false },
      { $eq: null },
      { $gte: -Infinity },
      { $gte: '' },
    ]);
  });
});

describe('a shape', () => {
  it('has an index for each list of fields and for each field of many values, ending with the id', () => {
    const keys = shape.indexes.map(({ key }) => [...(key as Map<string, number>).keys()]);
    expect(keys).toEqual([
      ['fields.price', '_id'],
      ['fields.terms', '_id'],
    ]);
  });

  it('has the id once in an index that ends with it', () => {
    const shared = new Shape({ name: 'goods-v1', fields: { price: 'one' }, indexes: [['price', ID]] });
    shared.requireIndexes();
    expect(shared.indexes.map(({ key }) => [...(key as Map<string, number>).keys()])).toEqual([
      ['fields.price', '_id'],
    ]);
  });

  it('refuses an index of many values beside others, and a field whose name is a path', () => {
    const wrong = new Shape({ name: 'goods-v1', fields: { terms: 'many' }, indexes: [['terms']] });
    expect(() => wrong.requireIndexes()).toThrow('many values of terms');
    expect(() => new Shape({ name: 'goods-v1', fields: { 'a.b': 'one' }, indexes: [] })).toThrow('a.b of goods-v1');
  });
});
