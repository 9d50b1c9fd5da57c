import type { Event, Projection } from '@annals/event-sourcing';
import fc from 'fast-check';

export type TallyEvent =
  | Event<'Counted', { readonly tally: string; readonly by: number }>
  | Event<'Moved', { readonly from: string; readonly to: string; readonly by: number }>
  | Event<'Closed', { readonly tally: string }>
  | Event<'Smudged', { readonly tally: string }>;

export type Tally = { readonly sum: number; readonly marks: readonly number[] };

export const counted = (tally: string, by = 1): TallyEvent => ({
  type: 'Counted',
  schemaVersion: 1,
  data: { tally, by },
});
export const moved = (from: string, to: string, by = 1): TallyEvent => ({
  type: 'Moved',
  schemaVersion: 1,
  data: { from, to, by },
});
export const closed = (tally: string): TallyEvent => ({ type: 'Closed', schemaVersion: 1, data: { tally } });
/** Makes `tallies` throw. */
export const smudged = (tally: string): TallyEvent => ({ type: 'Smudged', schemaVersion: 1, data: { tally } });
/** An event of a type that `tallies` does not name. */
export const unrelated: Event = { type: 'Unrelated', schemaVersion: 1, data: {} };

/** Events of all types, including those that `tallies` ignores. */
export const anyTallyEvent: fc.Arbitrary<Event> = (() => {
  const tally = fc.constantFrom('a', 'b', 'c');
  const by = fc.integer({ min: -9, max: 9 });
  return fc.oneof(
    { weight: 4, arbitrary: fc.tuple(tally, by).map((args) => counted(...args)) },
    { weight: 2, arbitrary: fc.tuple(tally, tally, by).map((args) => moved(...args)) },
    { weight: 1, arbitrary: tally.map(closed) },
    { weight: 1, arbitrary: fc.constant(unrelated) },
  );
})();

const add = (tally: Tally | null, by: number): Tally => ({
  sum: (tally?.sum ?? 0) + by,
  marks: [...(tally?.marks ?? []), by].slice(-5),
});

/** A projection with all features: two documents of one event, removal, fields of both kinds. */
export const tallies: Projection<TallyEvent, Tally> = {
  name: 'tallies',
  version: 1,
  key: ({ type, data }) => (type === 'Moved' ? [...new Set([data.from, data.to])] : data.tally),
  on: {
    Counted: (tally, { data: { by } }) => add(tally, by),
    Moved: (tally, { data: { from, by } }, key) => add(tally, key === from ? 0 - by : by),
    Closed: () => null,
    Smudged: () => {
      throw new Error('It cannot be read.');
    },
  },
  fields: { sum: { of: ({ sum }) => sum }, marks: { each: ({ marks }) => marks } },
  indexes: [['sum']],
};
