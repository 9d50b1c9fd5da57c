import fc from 'fast-check';
import { linesOf, planOf } from './plan.js';

const engines = ['EventStoreDB', 'MongoDB', 'Kafka'];
const processes = ['query', 'sales', 'projector', 'projector 2'];
const plan = (seed: number, minutes = 5) => planOf({ seed, minutes, engines, processes });
const seeds = fc.integer({ min: 0 });

it('is the same for the same seed', () => {
  fc.assert(
    fc.property(seeds, (seed) => expect(plan(seed)).toEqual(plan(seed))),
    { numRuns: 5 },
  );
  expect(linesOf(plan(1))).not.toEqual(linesOf(plan(2)));
});

it('starts the first process eight seconds before MongoDB', () => {
  fc.assert(
    fc.property(seeds, (seed) => expect(plan(seed).begins).toMatchObject({ query: 0, MongoDB: 8 })),
    { numRuns: 5 },
  );
});

it('strikes everything, one after the other on each, and ends in time', () => {
  const lawful = (seed: number) => {
    const { strikes } = plan(seed, 10);
    const each = Map.groupBy(strikes, ({ on }) => on);
    expect(new Set(each.keys())).toEqual(new Set([...engines, ...processes]));
    for (const own of each.values())
      for (const [index, { at, lasts }] of own.entries())
        expect(at + lasts).toBeLessThanOrEqual(own[index + 1]?.at ?? 600);
  };
  fc.assert(fc.property(seeds, lawful), { numRuns: 20 });
});
