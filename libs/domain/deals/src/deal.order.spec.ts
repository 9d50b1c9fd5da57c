import { until } from '@annals/event-sourcing';
import fc from 'fast-check';
import { add, advance, change, close, euro, logAfter, on, open, reopen, sample, truthOf } from '../test/dated.js';
import type { Dated } from '../test/dated.js';

/** What moves the deal on, which is recorded in its order; without lines, or with one. */
const movesOf = (hasLines: boolean) => [
  open(hasLines ? { lines: [{ product: 'Tea', quantity: '2', unitPrice: '3' }], currency: 'EUR' } : undefined),
  advance(10, 'negotiation'),
  close(20),
  reopen(30),
  close(50, 'lost'),
];

/** A fact of the first time that the deal was open, or of the second one. */
const anyFactOn = (hasLines: boolean) => (day: number, index: number) => {
  const terms = [
    { title: `t${index}` },
    { title: 'Meters', region: 'east' },
    { region: 'west', country: 'CN' },
    { owner: { id: `e-${index}` } },
    { expectedCloseDate: `2026-04-${10 + index}` },
    { attributes: { index } },
  ];
  const priced = hasLines ? add(day, `x${index}`, `${index + 1}`) : change(day, { value: euro(`${index + 1}`) });
  return fc.constantFrom<Dated>(...terms.map((each) => change(day, each)), priced, priced, sample(day, `s-${index}`));
};

const anyDays = fc.uniqueArray(fc.oneof(fc.integer({ min: 2, max: 19 }), fc.integer({ min: 31, max: 49 })), {
  minLength: 1,
  maxLength: 10,
});
const isSample = ({ command }: Dated) => command.type === 'RecordSample';

/** The number of moves after which a fact can be recorded: the terms of a time are settled when the deal is closed. */
const placesOf = (fact: Dated): readonly number[] => {
  if (fact.occurredAt < on(20)) return isSample(fact) ? [1, 2, 3, 4, 5] : [1, 2];
  if (fact.command.type === 'AdvanceDeal') return [4];
  return isSample(fact) ? [1, 2, 4, 5] : [1, 2, 4];
};

const steps = fc.subarray([
  advance(3, 'contact-and-sample'),
  advance(7, 'intent'),
  advance(35, 'trading'),
  advance(40, 'after-sales'),
]);

/** The facts in some order, with the moves in theirs. */
const anyOrder = fc.boolean().chain((hasLines) =>
  fc
    .tuple(
      anyDays.chain((days) => fc.tuple(...days.map(anyFactOn(hasLines)))),
      steps,
    )
    .chain((facts) =>
      fc.tuple(...facts.flat().map((fact) => fc.tuple(fc.constant(fact), fc.constantFrom(...placesOf(fact))))),
    )
    .map((placed) => {
      const at = (place: number) => placed.filter(([, after]) => after === place).map(([fact]) => fact);
      return movesOf(hasLines).flatMap((move, index) => [move, ...at(index + 1)]);
    }),
);

const inTime = (facts: readonly Dated[]) => facts.toSorted((a, b) => (a.occurredAt < b.occurredAt ? -1 : 1));

describe('facts of a deal', () => {
  it('give the same truth in whatever order they are recorded', () =>
    fc.assert(
      fc.property(anyOrder, (facts) => {
        expect(truthOf(logAfter(...facts))).toEqual(truthOf(logAfter(...inTime(facts))));
      }),
      { numRuns: 100 },
    ));

  it('are the same now by when they occurred and by when they were recorded', () =>
    fc.assert(
      fc.property(anyOrder, (facts) => {
        const log = logAfter(...facts);
        expect(truthOf(until(log, { occurredAt: new Date('2030-01-01') }))).toEqual(truthOf(log));
      }),
      { numRuns: 50 },
    ));
});
