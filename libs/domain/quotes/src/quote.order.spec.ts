import { anyOrder, datedContract } from '@annals/testing';
import fc from 'fast-check';
import { logAfter, said, truthOf, type Dated } from '../test/dated.js';

const on = (day: number) => new Date(Date.UTC(2026, 0, day, 9)).toISOString();
const lines = [{ product: 'Chai', quantity: '10', unitPrice: '9.80' }];
const expire = (day: number) => said(on(day), { type: 'ExpireDueQuote', version: 1, validUntil: '2026-01-10' });

/** What moves the quote on, which is recorded in its order; the clock says when it may have been late. */
const begun = [
  said(on(1), { type: 'DraftQuote', customerId: 'u-1', dealId: 'd-1', validUntil: '2026-01-10', lines }),
  said(on(2), { type: 'SendQuote' }),
];
const endings: readonly (readonly Dated[])[] = [
  [expire(11)],
  [said(on(8), { type: 'WithdrawQuote', reason: 'stopped' })],
  [expire(11), said(on(12), { type: 'ReviseQuote', validUntil: '2026-01-31' }), said(on(13), { type: 'SendQuote' })],
];

/** What the customer answered before that, recorded at any time after the quote was sent. */
const anyAnswerOn = (day: number): fc.Arbitrary<Dated> =>
  fc.constantFrom(
    said(on(day), { type: 'AcceptQuote', acceptedBy: '王芳' }),
    said(on(day), { type: 'DeclineQuote', reason: 'price' }),
  );
const anyAnswer = fc.integer({ min: 3, max: 7 }).chain(anyAnswerOn);

/** Accepting ends the quote, so that nothing but the clock follows it in time. */
const ofOne = (ending: readonly Dated[]) =>
  anyOrder(
    anyAnswer.map((answer) => [answer]),
    [...begun, ...ending],
    () => [begun.length, begun.length + ending.length],
  );

describe('answers before the expiry', () => datedContract(ofOne(endings[0]!), logAfter, truthOf));

it.each(endings.map((ending) => [ending]))('what was accepted before counts, whatever was recorded since', (ending) => {
  const accepted = said(on(5), { type: 'AcceptQuote', acceptedBy: '王芳' });
  const { shown } = truthOf(logAfter(...begun, ...ending, accepted));
  expect(shown).toMatchObject({ status: 'accepted', acceptedVersion: 1, endedAt: on(5) });
});
