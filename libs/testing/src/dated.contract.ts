import { until, type RecordedEvent } from '@annals/event-sourcing';
import fc from 'fast-check';

type Timed = { readonly occurredAt: string };

/** The facts in some order, each after one of the moves that `placesOf` allows, counted from 1, with the moves in theirs. */
export const anyOrder = <Fact>(
  facts: fc.Arbitrary<readonly Fact[]>,
  moves: readonly Fact[],
  placesOf: (fact: Fact) => readonly number[],
): fc.Arbitrary<readonly Fact[]> =>
  facts
    .chain((all) => fc.tuple(...all.map((fact) => fc.tuple(fc.constant(fact), fc.constantFrom(...placesOf(fact))))))
    .map((placed) => {
      const at = (place: number) => placed.filter(([, after]) => after === place).map(([fact]) => fact);
      return moves.flatMap((move, index) => [move, ...at(index + 1)]);
    });

/** Laws of facts with two times. `logAfter` records them in their order; `truthOf` is all that is shown, found and reported. */
export const datedContract = <Fact extends Timed>(
  inAnyOrder: fc.Arbitrary<readonly Fact[]>,
  logAfter: (...facts: readonly Fact[]) => readonly RecordedEvent[],
  truthOf: (log: readonly RecordedEvent[]) => unknown,
) => {
  const inTime = (facts: readonly Fact[]) => facts.toSorted((a, b) => (a.occurredAt < b.occurredAt ? -1 : 1));

  it('give the same truth in whatever order they are recorded', () =>
    fc.assert(
      fc.property(inAnyOrder, (facts) => {
        expect(truthOf(logAfter(...facts))).toEqual(truthOf(logAfter(...inTime(facts))));
      }),
      { numRuns: 100 },
    ));

  it('are the same now by when they occurred and by when they were recorded', () =>
    fc.assert(
      fc.property(inAnyOrder, (facts) => {
        const log = logAfter(...facts);
        expect(truthOf(until(log, { occurredAt: new Date('2030-01-01') }))).toEqual(truthOf(log));
      }),
      { numRuns: 50 },
    ));
};
