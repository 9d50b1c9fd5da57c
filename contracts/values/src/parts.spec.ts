import fc from 'fast-check';
import { identified, lastNumber, numbered, type PartKind } from './index.js';

const seats = { id: 'seatId', letter: 's', by: 'row' } as const satisfies PartKind;
type Seat = { readonly seatId?: string; readonly row: string; readonly price?: number };

const known = numbered(seats, 't-1', [
  { row: 'a', price: 1 },
  { row: 'b', price: 1 },
  { row: 'b', price: 2 },
]);
const idsOf = (given: readonly Seat[], parts: readonly Seat[] = known, last = 3) =>
  identified<'seatId', Seat>(seats, 't-1', given, { parts, last }).map(({ seatId }) => seatId);

describe('parts of something', () => {
  it('are numbered by place if they were recorded without ids', () =>
    expect(known.map(({ seatId }) => seatId)).toEqual(['t-1:s1', 't-1:s2', 't-1:s3']));

  it.each<[string, readonly Seat[], readonly string[]]>([
    ['keep the given ids', [{ seatId: 't-1:s2', row: 'z' }], ['t-1:s2']],
    ['have ids that begin with the id of their owner', [{ seatId: 'x', row: 'z' }], ['t-1:x']],
    ['are recognised by their content', [{ price: 2, row: 'b' }], ['t-1:s3']],
    ['are recognised by their key field, in order', [{ row: 'b', price: 9 }], ['t-1:s2']],
    ['are recognised by content before the key field', [{ row: 'b' }, { row: 'b', price: 1 }], ['t-1:s3', 't-1:s2']],
    ['get the next number that was never used', [{ row: 'c' }, { row: 'd' }], ['t-1:s4', 't-1:s5']],
    [
      'never get a number that another part names',
      [{ row: 'c' }, { seatId: 't-1:s4', row: 'd' }],
      ['t-1:s5', 't-1:s4'],
    ],
  ])('%s', (_, given, ids) => expect(idsOf(given)).toEqual(ids));

  it('may not have the same id twice', () =>
    expect(() =>
      idsOf([
        { seatId: 'x', row: 'a' },
        { seatId: 't-1:x', row: 'b' },
      ]),
    ).toThrow(expect.objectContaining({ code: 'PartNamedTwice', details: { part: 't-1:x' } }) as Error));

  const anySeat = fc.record(
    { seatId: fc.constantFrom('t-1:s1', 't-1:s2', 's7'), row: fc.constantFrom('a', 'b'), price: fc.nat({ max: 2 }) },
    { requiredKeys: ['row'] },
  );
  const anySeats = fc.uniqueArray(anySeat, { selector: ({ seatId }) => seatId ?? Symbol(), maxLength: 6 });

  it('have unique ids, which stay the same when they are sent again with or without ids', () =>
    fc.assert(
      fc.property(anySeats, (given) => {
        const once = identified<'seatId', Seat>(seats, 't-1', given, { parts: known, last: 3 });
        const ids = once.map(({ seatId }) => seatId);
        expect(new Set(ids).size).toBe(ids.length);
        const last = lastNumber(seats, 't-1', once, 3);
        expect(identified(seats, 't-1', once, { parts: once, last })).toEqual(once);
        const bare = once.map(({ row, ...seat }) => ({ row, price: seat.price }));
        expect(idsOf(bare as Seat[], once, last).toSorted()).toEqual(ids.toSorted());
      }),
    ));
});

it.each([
  [['t-1:s2', 't-1:s10'], 0, 10],
  [['t-1:s2'], 5, 5],
  [['t-2:s9', 't-1:x9', 't-1:s09', 't-1:s1e3', 't-1:s'], 0, 0],
])('the last number of %j after %d is %d', (ids, before, last) =>
  expect(
    lastNumber(
      seats,
      't-1',
      ids.map((seatId) => ({ seatId })),
      before,
    ),
  ).toBe(last),
);
