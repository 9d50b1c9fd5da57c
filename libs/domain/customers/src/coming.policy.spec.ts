import { daysIn } from '@annals/analytics';
import { atItsMoment, onItsDay } from './coming.policy.js';

const known = { customerId: 'u-1', cause: 'event-1', dueAt: null, dueOn: null };

it('applies a change on its day', () => {
  expect(onItsDay(daysIn('UTC'))).toMatchObject({ due: 'dueOn' });
  const change = { ...known, what: { kind: 'change', number: 2 }, dueOn: '2026-07-01' } as const;
  expect(onItsDay(daysIn('UTC')).send(change)).toEqual([
    { type: 'ApplyDataChange', fields: { customerId: 'u-1', number: 2 } },
  ]);
});

it('ends a need on the day after its last one', () => {
  const need = { ...known, what: { kind: 'need', needId: 'n-1' }, dueOn: '2026-10-01' } as const;
  expect(onItsDay(daysIn('UTC')).send(need)).toEqual([
    { type: 'EndNeed', fields: { customerId: 'u-1', needId: 'n-1' } },
  ]);
});

it('lets a consent expire at its expiry time', () => {
  const consent = { channel: 'email', purpose: 'marketing', expiresAt: '2028-01-01T00:00:00Z' } as const;
  expect(atItsMoment).toMatchObject({ due: 'dueAt' });
  expect(
    atItsMoment.send({ ...known, what: { kind: 'consent', ...consent }, dueAt: '2028-01-01T00:00:00.000Z' }),
  ).toEqual([{ type: 'ExpireConsent', fields: { customerId: 'u-1', ...consent } }]);
});

it('keeps the order of each customer, and identifies a deadline by the event that created it', () => {
  const document = { ...known, what: { kind: 'change', number: 1 }, dueOn: '2026-07-01' } as const;
  expect([atItsMoment.of?.(document), atItsMoment.cause?.(document)]).toEqual(['u-1', 'event-1']);
});
