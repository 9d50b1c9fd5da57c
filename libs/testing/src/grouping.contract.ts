import type { Aggregation, DocumentStore } from '@annals/event-sourcing';

/** The part of `findingContract` about groups and their sums. */
export const groupingContract = (current: () => DocumentStore) => {
  const groups = async (aggregation: Aggregation) =>
    (await current().aggregate('goods-v1', aggregation)).map(({ key, count, sums }) => [...key, count, ...sums]);

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

  it('sums up amounts of any size exactly', async () => {
    const sums = async (aggregation: Aggregation) =>
      (await current().aggregate('goods-v1', aggregation)).map(({ key, count, amounts }) => [
        ...key,
        count,
        ...amounts,
      ]);
    expect(await sums({ groupBy: ['sold'], amounts: ['worth'] })).toEqual([
      [null, 1, '0.00'],
      [false, 2, '-999999999999998000000000000000.0000400000000001'],
      [true, 3, '1090071992547410.92999999'],
    ]);
    expect(await sums({ groupBy: [], amounts: ['worth', 'worth'], where: [{ field: 'name', is: 'Apple' }] })).toEqual([
      [1, '90071992547409.93', '90071992547409.93'],
    ]);
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
};
