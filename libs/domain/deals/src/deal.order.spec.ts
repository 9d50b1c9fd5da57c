import { anyOrder, datedContract } from '@annals/testing';
import fc from 'fast-check';
import {
  add,
  advance,
  change,
  close,
  estimate,
  euro,
  logAfter,
  on,
  open,
  reopen,
  sample,
  truthOf,
} from '../test/dated.js';
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
  return fc.constantFrom<Dated>(
    ...terms.map((each) => change(day, each)),
    ...[priced, priced, sample(day, `s-${index}`)],
    ...[60, 70, null].map((percent) => estimate(day, percent)),
  );
};

const anyDays = fc.uniqueArray(fc.oneof(fc.integer({ min: 2, max: 19 }), fc.integer({ min: 31, max: 49 })), {
  minLength: 1,
  maxLength: 10,
});
/** The close says nothing of samples and estimates. */
const isUnsettled = ({ command }: Dated) => command.type === 'RecordSample' || command.type === 'EstimateDeal';

/** The number of moves after which a fact can be recorded: the terms of a time are settled when the deal is closed. */
const placesOf = (fact: Dated): readonly number[] => {
  if (fact.occurredAt < on(20)) return isUnsettled(fact) ? [1, 2, 3, 4, 5] : [1, 2];
  if (fact.command.type === 'AdvanceDeal') return [4];
  return isUnsettled(fact) ? [1, 2, 4, 5] : [1, 2, 4];
};

const steps = fc.subarray([
  advance(3, 'contact-and-sample'),
  advance(7, 'intent'),
  advance(35, 'trading'),
  advance(40, 'after-sales'),
]);

const inAnyOrder = fc.boolean().chain((hasLines) => {
  const changes = anyDays.chain((days) => fc.tuple(...days.map(anyFactOn(hasLines))));
  const facts = fc.tuple(changes, steps).map((all) => all.flat());
  return anyOrder(facts, movesOf(hasLines), placesOf);
});

describe('facts of a deal', () => datedContract(inAnyOrder, logAfter, truthOf));
