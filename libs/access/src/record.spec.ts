import type { Group } from '@annals/event-sourcing';
import fc from 'fast-check';
import { merged, partyMarks } from './record.js';

describe('who looks after a record', () => {
  it.each([
    ['the owner of a deal', { owner: { id: 'ann' } }, ['owner:ann']],
    ['the assignee of a complaint', { assignee: { id: 'bob' } }, ['owner:bob']],
    ['nobody', { owner: null, assignee: null }, []],
    ['nobody, where there is no such field', {}, []],
  ])('is %s', (_, record, marks) => expect(partyMarks(record)).toEqual(marks));
});

describe('merged groups', () => {
  it('add up what has the same beginning of a key', () =>
    expect(
      merged(
        [
          { key: ['a', 'x'], count: 1, sums: [10, 1] },
          { key: ['a', 'y'], count: 2, sums: [20, 2] },
          { key: ['b', 'x'], count: 4, sums: [40, 4] },
        ],
        1,
      ),
    ).toEqual([
      { key: ['a'], count: 3, sums: [30, 3] },
      { key: ['b'], count: 4, sums: [40, 4] },
    ]));

  it('keep the total, whatever the width', () => {
    const group: fc.Arbitrary<Group> = fc.record({
      key: fc.tuple(fc.constantFrom('a', null), fc.constantFrom(1, '1'), fc.nat({ max: 2 })),
      count: fc.nat(),
      sums: fc.tuple(fc.nat()),
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
