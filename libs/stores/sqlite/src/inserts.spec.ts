import { newEvent } from '@annals/testing';
import fc from 'fast-check';
import { SqliteEventStore } from './sqlite-event-store.js';

const appends = fc.array(
  fc.record({
    stream: fc.constantFrom('a', 'b', 'c'),
    expected: fc.integer({ min: -1, max: 20 }),
    isNext: fc.boolean(),
    count: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 15, max: 40 })),
    repeats: fc.boolean(),
  }),
  { minLength: 1, maxLength: 12 },
);

/** Appends of which some are next to what is before them, and some have events of an earlier one. */
const prepared = (wanted: readonly (typeof appends extends fc.Arbitrary<readonly (infer A)[]> ? A : never)[]) => {
  const ends = new Map<string, number>();
  return wanted.map(({ stream, expected, isNext, count, repeats }, index) => {
    const end = ends.get(stream) ?? -1;
    const number = repeats ? Math.floor(index / 2) : index;
    if (isNext) ends.set(stream, end + count);
    const events = Array.from({ length: count }, (_, each) => newEvent(`${number}-${each}`));
    return { stream, expected: isNext ? end : expected, events };
  });
};

const outcomeOf = async (appending: Promise<unknown>) =>
  appending.catch((error: Error & { code?: string }) => ({ refused: error.name, code: error.code }));

const contentOf = async (store: SqliteEventStore) => {
  const all = (await Array.fromAsync(store.readAll(0))).flat();
  return all.map(({ id, stream, revision, position }) => ({ id, stream, revision, position }));
};

it('stores and refuses the appends of a group as if they came one by one', () =>
  fc.assert(
    fc.asyncProperty(appends, async (wanted) => {
      const group = prepared(wanted);
      const [together, alone] = [
        new SqliteEventStore({ file: ':memory:' }),
        new SqliteEventStore({ file: ':memory:' }),
      ];
      const one = await Promise.all(
        group.map(({ stream, expected, events }) => outcomeOf(together.append(stream, expected, events))),
      );
      const other: unknown[] = [];
      for (const { stream, expected, events } of group)
        other.push(await outcomeOf(alone.append(stream, expected, events)));
      expect(one).toEqual(other);
      expect(await contentOf(together)).toEqual(await contentOf(alone));
      await Promise.all([together.close(), alone.close()]);
    }),
  ));
