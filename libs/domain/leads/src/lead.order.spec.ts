import { anyOrder, datedContract } from '@annals/testing';
import fc from 'fast-check';
import { logAfter, said, truthOf, type Dated } from '../test/dated.js';

const on = (day: number, hour = 9) => new Date(Date.UTC(2026, 0, day, hour)).toISOString();

/** What moves the lead on, which is recorded in its order. */
const moves = [
  said(on(1), { type: 'CaptureLead', source: 'web-form', name: '王芳' }),
  said(on(10), { type: 'DisqualifyLead', reason: 'no-budget', recycleOn: '2026-02-01' }),
  said(on(20), { type: 'RecycleLead', note: 'again' }),
  said(on(30), { type: 'DisqualifyLead', reason: 'spam' }),
];

/** Of the first time that it was open, or of the second one. */
const anyFactOn = (day: number, index: number): fc.Arbitrary<Dated> =>
  fc.oneof(
    fc.constantFrom('e-1', 'e-2').map((id) => said(on(day, 10), { type: 'AssignLead', owner: { id } })),
    fc
      .record({ region: fc.constantFrom('east', 'west', null), source: fc.constant('phone') }, { requiredKeys: [] })
      .map((changes) => said(on(day, 10), { type: 'ChangeLead', company: `v${index % 3}`, ...changes })),
    fc.boolean().map((reached) =>
      said(on(day, 10), {
        ...{ type: 'ContactLead', contactId: `ct-${day}`, channel: 'phone', reached, contactedBy: { id: 'e-1' } },
      }),
    ),
  );

const anyDays = fc.uniqueArray(fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 20, max: 29 })), {
  minLength: 1,
  maxLength: 10,
});
const anyFacts = anyDays.chain((days) => fc.tuple(...days.map(anyFactOn)));

/** The number of moves after which a fact can be recorded. */
const placesOf = ({ occurredAt }: Dated): readonly number[] => (occurredAt < on(20) ? [1, 2, 3, 4] : [3, 4]);

describe('facts of a lead', () => datedContract(anyOrder(anyFacts, moves, placesOf), logAfter, truthOf));

it('says what is refused because it did not happen while the lead was open', () => {
  const assign = (day: number) => said(on(day), { type: 'AssignLead', owner: { id: 'e-1' } });
  expect(() => logAfter(...moves, assign(15))).toThrow('LeadNotOpen');
  expect(() => logAfter(...moves.slice(0, 3), assign(15))).toThrow('LeadNotOpen');
  expect(() => logAfter(moves[0]!, assign(0))).toThrow('LeadOccurredTooEarly');
  expect(() => logAfter(moves[0]!, moves[1]!, said(on(9), { type: 'RecycleLead' }))).toThrow('LeadOccurredTooEarly');
  const disqualify = said(on(15), { type: 'DisqualifyLead', reason: 'spam' });
  expect(() => logAfter(...moves.slice(0, 3), disqualify)).toThrow('LeadOccurredTooEarly');
});
