import { projection, type Group } from '@annals/event-sourcing';
import fc from 'fast-check';
import { merged, subjectOf } from './record.js';

describe('whose a record is', () => {
  type Errand = { readonly customerId: string; readonly by: string | null; readonly helpers: readonly string[] };
  const errands = projection<never, Errand>()({
    ...{ name: 'errands', version: 1, key: () => 'e', on: {} },
    fields: {
      customer: { of: ({ customerId }) => customerId },
      by: { of: ({ by }) => by, party: true },
      helper: { each: ({ helpers }) => helpers, party: true },
      owner: { of: () => 'eve' },
    },
  });

  it('is said by the fields that are a party, and by no others', () =>
    expect(subjectOf(errands, { customerId: 'u-1', by: 'ann', helpers: ['bob', 'cid'] })).toEqual({
      customerId: 'u-1',
      keys: ['owner:ann', 'owner:bob', 'owner:cid'],
    }));

  it('is the customer’s alone where nobody looks after it', () =>
    expect(subjectOf(errands, { customerId: 'u-1', by: null, helpers: [] }).keys).toEqual([]));

  it('cannot be said by a view without a customer', () =>
    expect(() => subjectOf({ ...errands, fields: {} }, { customerId: 'u-1', by: null, helpers: [] })).toThrow());
});

describe('merged groups', () => {
  it('add up what has the same beginning of a key', () =>
    expect(
      merged(
        [
          { key: ['a', 'x'], count: 1, sums: [10, 1], amounts: ['0.10'] },
          { key: ['a', 'y'], count: 2, sums: [20, 2], amounts: ['0.20'] },
          { key: ['b', 'x'], count: 4, sums: [40, 4], amounts: ['0.40'] },
        ],
        1,
      ),
    ).toEqual([
      { key: ['a'], count: 3, sums: [30, 3], amounts: ['0.30'] },
      { key: ['b'], count: 4, sums: [40, 4], amounts: ['0.40'] },
    ]));

  it('keep the total, whatever the width', () => {
    const group: fc.Arbitrary<Group> = fc.record({
      key: fc.tuple(fc.constantFrom('a', null), fc.constantFrom(1, '1'), fc.nat({ max: 2 })),
      count: fc.nat(),
      sums: fc.tuple(fc.nat()),
      amounts: fc.constant([]),
    });
    const total = (groups: readonly Group[]) => groups.reduce((sum, { count, sums }) => sum + count + sums[0]!, 0);
    fc.assert(
      fc.property(fc.array(group), fc.nat({ max: 3 }), (groups, width) => {
        const together = merged(groups, width);
        expect(total(together)).toBe(total(groups));
        expect(new Set(together.map(({ key }) => JSON.stringify(key))).size).toBe(together.length);
      }),
    );
  });
});
