import fc from 'fast-check';
import { BEGUN, openIn, progress, standingIn, statusIn, type End, type Progress } from './index.js';

const on = (day: number) => new Date(Date.UTC(2026, 0, day)).toISOString();
const version = (number: number, more: Partial<Progress> = {}): Progress => ({ ...BEGUN, version: number, ...more });
const ended = (kind: End['kind'], day: number): End => ({ kind, at: on(day), said: null, reference: null });

const after = (...steps: readonly (readonly [keyof typeof progress, object, number])[]) =>
  steps.reduce<readonly Progress[]>(
    (versions, [type, data, day]) => progress[type](versions, { version: 1, ...data } as never, on(day)),
    [version(1), version(2)],
  );

it('keeps the version that the customer had at each moment', () => {
  const versions = after(['QuoteSent', {}, 2], ['QuoteSent', { version: 2 }, 5]);
  expect([1, 2, 4, 5].map((day) => standingIn(versions, on(day))?.version)).toEqual([undefined, 1, 1, 2]);
  expect(standingIn(versions)?.version).toBe(2);
});

it('an answer before the expiry or the withdrawal counts, in either order of recording', () => {
  const answers = ['QuoteAccepted', 'QuoteDeclined'] as const;
  fc.assert(
    fc.property(fc.constantFrom(...answers), fc.constantFrom('QuoteExpired', 'QuoteWithdrawn'), (answer, end) => {
      const [first, second] = [
        [answer, { reason: 'no', acceptedBy: 'Wang', reference: null }, 4],
        [end, { version: end === 'QuoteExpired' ? 1 : 2, reason: 'no' }, 6],
      ] as const;
      const [one, other] = [after(['QuoteSent', {}, 2], first, second), after(['QuoteSent', {}, 2], second, first)];
      expect(one).toEqual(other);
      expect(one[0]!.end?.kind).toBe(answer === 'QuoteAccepted' ? 'accepted' : 'declined');
    }),
  );
});

it('an expiry that a later version had replaced by then is no expiry', () => {
  const versions = after(['QuoteSent', {}, 2], ['QuoteExpired', {}, 6], ['QuoteSent', { version: 2 }, 4]);
  expect(versions.map(({ end }) => end)).toEqual([null, null]);
  expect(after(['QuoteSent', {}, 2], ['QuoteExpired', {}, 6], ['QuoteSent', { version: 2 }, 8])[0]!.end?.kind).toBe(
    'expired',
  );
});

it('time ends the version that the customer has, until it is answered or the quote is accepted', () => {
  expect(openIn([version(1), version(2)])).toBeUndefined();
  expect(openIn([version(1, { sentAt: on(1) }), version(2)])?.version).toBe(1);
  expect(openIn([version(1, { sentAt: on(1), end: ended('declined', 2) })])).toBeUndefined();
  expect(
    openIn([version(1, { sentAt: on(1), end: ended('accepted', 2) }), version(2, { sentAt: on(3) })]),
  ).toBeUndefined();
});

it('has the status of its last version, unless one was accepted', () => {
  const requested = { requestId: 'r', requestedBy: null, remark: null };
  const steps = [
    ['QuoteApprovalRequested', { version: 2, ...requested }, 2],
    ['QuoteApproved', { version: 2, ...requested, decidedBy: null }, 3],
    ['QuoteApprovalRefused', { version: 2, ...requested, decidedBy: null, reason: 'no' }, 3],
    ['QuoteSent', { version: 2 }, 4],
  ] as const;
  const [request, approve, refuse, send] = steps;
  expect(statusIn(after())).toBe('draft');
  expect(statusIn(after(request))).toBe('awaiting-approval');
  expect(statusIn(after(request, approve))).toBe('approved');
  expect(statusIn(after(request, refuse))).toBe('refused');
  expect(statusIn(after(request, ['QuoteApproved', { version: 2, requestId: 'other' }, 3]))).toBe('awaiting-approval');
  expect(statusIn(after(request, approve, send))).toBe('sent');
  expect(statusIn([version(1, { end: ended('accepted', 2) }), version(2)])).toBe('accepted');
});
