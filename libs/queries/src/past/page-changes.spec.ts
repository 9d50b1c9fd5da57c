import fc from 'fast-check';
import { changesOf, type PageChange } from './page-changes.js';

const deal = (dealId: string, step: string) => ({ dealId, step });

describe('the changes between two pages', () => {
  it.each([
    ['a field', { profile: { phone: '1', name: 'A' } }, { profile: { phone: '2', name: 'A' } }, ['profile.phone']],
    ['a field that is new', { profile: {} }, { profile: { phone: '2' } }, ['profile.phone']],
    ['a field that is gone', { profile: { phone: '1' } }, { profile: {} }, ['profile.phone']],
    ['an element by its id', { open: [deal('d-1', 'a')] }, { open: [deal('d-1', 'b')] }, ['open[d-1].step']],
    ['a new element', { open: [deal('d-1', 'a')] }, { open: [deal('d-2', 'a'), deal('d-1', 'a')] }, ['open[d-2]']],
    [
      'elements without ids',
      { consents: [{ given: true }] },
      { consents: [{ given: false }] },
      ['consents', 'consents'],
    ],
    [
      'elements whose ids are not their own',
      { by: [deal('d', 'a'), deal('d', 'b')] },
      { by: [deal('d', 'b')] },
      ['by'],
    ],
    ['a part that there was not', null, { owner: null }, []],
  ])('name %s', (_, before, after, fields) => {
    expect(changesOf(before, after).map(({ field }) => field)).toEqual(fields);
  });

  it('have both values, and null where there was none', () => {
    const [first] = changesOf({ a: { b: undefined } }, { a: { b: 5 } });
    expect(first).toEqual<PageChange>({ field: 'a.b', before: null, after: 5 });
  });

  it('do not tell empty from absent', () => {
    expect(changesOf({}, { consents: [], owner: null, deals: { open: [] } })).toEqual([]);
  });

  const anyPage = fc.dictionary(
    fc.constantFrom('a', 'b', 'c'),
    fc.oneof(
      fc.integer(),
      fc.array(fc.record({ id: fc.constantFrom('1', '2', '3'), n: fc.nat(3) }), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('x', 'y'), fc.nat(3)),
    ),
  );

  it('are none between equal pages, and the reverse of those the other way round', () =>
    fc.assert(
      fc.property(anyPage, anyPage, (one, other) => {
        expect(changesOf(one, structuredClone(one))).toEqual([]);
        const reversed = changesOf(other, one).map(({ field, before, after }) => ({
          field,
          before: after,
          after: before,
        }));
        const inOrder = (changes: readonly PageChange[]) => changes.map((change) => JSON.stringify(change)).toSorted();
        expect(inOrder(reversed)).toEqual(inOrder(changesOf(one, other)));
      }),
    ));
});
