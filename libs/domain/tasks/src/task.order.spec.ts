import { anyOrder, datedContract } from '@annals/testing';
import fc from 'fast-check';
import { logAfter, said, truthOf, type Dated } from '../test/dated.js';

const on = (day: number, hour = 9) => new Date(Date.UTC(2026, 0, day, hour)).toISOString();
const FAR = '2027-01-01T00:00:00.000Z';

/** What moves the task on, which is recorded in its order. */
const moves = [
  said(on(1), { type: 'PlanTask', customerId: 'u-1', kind: 'call', subject: '回电', dueAt: on(25) }),
  said(on(10), { type: 'CompleteTask', result: 'ordered' }),
  said(on(20), { type: 'ReopenTask', reason: 'again' }),
  said(on(30), { type: 'CancelTask', reason: 'gone' }),
];

/** Of the first time that it was open, or of the second one. */
const anyFactOn = (day: number, index: number): fc.Arbitrary<Dated> =>
  fc.oneof(
    fc.constantFrom('e-1', 'e-2').map((id) => said(on(day, 10), { type: 'AssignTask', assignee: { id } })),
    fc
      .record({ kind: fc.constantFrom('visit', 'meeting'), dueAt: fc.constantFrom(on(9), on(29), FAR) } as const, {
        requiredKeys: [],
      })
      .map((changes) => said(on(day, 10), { type: 'ChangeTask', subject: `v${index % 3}`, ...changes })),
    fc.constantFrom(on(8), null).map((remindAt) => said(on(day, 10), { type: 'ChangeTask', remindAt })),
  );

const anyDays = fc.uniqueArray(fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 20, max: 29 })), {
  minLength: 1,
  maxLength: 10,
});
const anyFacts = anyDays.chain((days) => fc.tuple(...days.map(anyFactOn)));

/** The number of moves after which a fact can be recorded. */
const placesOf = ({ occurredAt }: Dated): readonly number[] => (occurredAt < on(20) ? [1, 2, 3, 4] : [3, 4]);

describe('facts of a task', () => datedContract(anyOrder(anyFacts, moves, placesOf), logAfter, truthOf));

it('says what is refused because it did not happen while the task was open', () => {
  const assign = (day: number) => said(on(day), { type: 'AssignTask', assignee: { id: 'e-1' } });
  expect(() => logAfter(...moves, assign(15))).toThrow('TaskNotOpen');
  expect(() => logAfter(...moves.slice(0, 3), assign(15))).toThrow('TaskNotOpen');
  expect(() =>
    logAfter(moves[0]!, { ...assign(1), command: { ...assign(1).command, occurredAt: on(0) }, occurredAt: on(0) }),
  ).toThrow('TaskOccurredTooEarly');
  expect(() => logAfter(moves[0]!, moves[1]!, said(on(9), { type: 'ReopenTask', reason: 'again' }))).toThrow(
    'TaskOccurredTooEarly',
  );
});
