import { SEVERITIES } from '@annals/contracts-complaints';
import { anyOrder, datedContract } from '@annals/testing';
import fc from 'fast-check';
import { assign, correct, escalate, file, logAfter, rate, reopen, resolve, said, truthOf } from '../test/dated.js';
import type { Dated } from '../test/dated.js';

const on = (day: number, hour = 9) => new Date(Date.UTC(2026, 0, day, hour)).toISOString();

/** What moves the complaint on, which is recorded in its order. */
const moves = [
  file(on(1)),
  said(on(4), { type: 'PauseComplaint', reason: 'photo' }),
  said(on(6), { type: 'ResumeComplaint' }),
  resolve(on(20)),
  reopen(on(30)),
  said(on(33), { type: 'PauseComplaint', reason: 'photo' }),
  said(on(35), { type: 'ResumeComplaint' }),
  resolve(on(50)),
];

/** Of the first time that it was open or of the second one, whose severity is not settled yet. */
const anyFactOn = (day: number, index: number): fc.Arbitrary<Dated> => {
  const at = on(day, 10);
  const names = fc.uniqueArray(fc.constantFrom('category', 'subject', 'product', 'channel'), { minLength: 1 });
  const corrections = names.map((all) =>
    correct(at, Object.fromEntries(all.map((name) => [name, name === 'channel' ? 'email' : `v${index % 3}`]))),
  );
  return fc.oneof(
    { weight: 3, arbitrary: corrections },
    fc.constantFrom('e-1', 'e-2').map((id) => assign(at, id)),
    fc.constant(said(at, { type: 'CommentOnComplaint', commentId: `cm-${index}`, text: `v${index}` })),
    ...(day > 30 ? [fc.constantFrom(...SEVERITIES).map((severity) => correct(at, { severity }))] : []),
  );
};

const anyDays = fc.uniqueArray(fc.oneof(fc.integer({ min: 1, max: 19 }), fc.integer({ min: 31, max: 49 })), {
  minLength: 1,
  maxLength: 10,
});
const anyFacts = anyDays.chain((days) => fc.tuple(...days.map(anyFactOn)));
const others = fc.subarray([
  escalate(on(3, 12), 2),
  escalate(on(40, 12), 3),
  said(on(2, 12), { type: 'RespondToComplaint', channel: 'phone' }),
]);
const ratings = fc.subarray([rate(on(21), 1), rate(on(22), 5), rate(on(23), 5)]);

/** The number of moves after which a fact can be recorded. */
const placesOf = ({ command, occurredAt }: Dated): readonly number[] => {
  if (command.type === 'RateSatisfaction') return [4, 5, 6, 7, 8];
  if ('severity' in command) return [1, 2, 3, 5, 6, 7];
  return occurredAt < on(30) ? [1, 2, 3, 4, 5, 6, 7, 8] : [1, 2, 3, 5, 6, 7, 8];
};

const facts = fc.tuple(anyFacts, others, ratings).map((all) => all.flat());

describe('facts of a complaint', () => datedContract(anyOrder(facts, moves, placesOf), logAfter, truthOf));
