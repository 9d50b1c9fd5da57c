import fc from 'fast-check';
import { ImmutableMap } from './immutable-map.js';

const anyEntries = fc.array(fc.tuple(fc.string({ maxLength: 2 }), fc.integer()), { maxLength: 200, size: 'max' });

const mapOf = (entries: readonly (readonly [string, number])[]) =>
  entries.reduce((map, [key, value]) => map.with(key, value), ImmutableMap.empty<number>());

const byKey = ([one]: readonly [string, number], [other]: readonly [string, number]) => (one < other ? -1 : 1);

it('has what a map has, by key', () =>
  fc.assert(
    fc.property(anyEntries, (entries) => {
      const [map, known] = [mapOf(entries), new Map(entries)];
      const sorted = [...known].toSorted(byKey);
      expect([...map]).toEqual(sorted);
      expect(map.values()).toEqual(sorted.map(([, value]) => value));
      for (const [key, value] of known) expect(map.get(key)).toBe(value);
    }),
  ));

it('has no value for a key that it was not given', () => {
  expect(ImmutableMap.empty().get('a')).toBeUndefined();
  expect(mapOf([['a', 1]]).get('b')).toBeUndefined();
});

it('never changes', () =>
  fc.assert(
    fc.property(anyEntries, fc.string({ maxLength: 2 }), (entries, key) => {
      const map = mapOf(entries);
      const before = [...map];
      map.with(key, 1);
      expect([...map]).toEqual(before);
    }),
  ));

it('has the last entry before a key', () =>
  fc.assert(
    fc.property(anyEntries, fc.string({ maxLength: 2 }), (entries, key) => {
      const map = mapOf(entries);
      expect(map.before(key)).toEqual([...map].findLast(([other]) => other < key));
    }),
  ));

it('has the first entry after a key', () =>
  fc.assert(
    fc.property(anyEntries, fc.string({ maxLength: 2 }), (entries, key) => {
      const map = mapOf(entries);
      expect(map.after(key)).toEqual([...map].find(([other]) => other > key));
    }),
  ));

it('takes the entries of another map', () =>
  fc.assert(
    fc.property(anyEntries, anyEntries, (entries, others) =>
      expect([...mapOf(entries).withAll(mapOf(others))]).toEqual([...mapOf([...entries, ...others])]),
    ),
  ));

it('has the entries between two keys, both included', () =>
  fc.assert(
    fc.property(anyEntries, fc.string({ maxLength: 2 }), fc.string({ maxLength: 2 }), (entries, from, to) => {
      const map = mapOf(entries);
      expect(map.between(from, to)).toEqual([...map].filter(([key]) => key >= from && key <= to));
    }),
  ));
