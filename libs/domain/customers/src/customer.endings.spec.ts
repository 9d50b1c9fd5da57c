import { daysIn } from '@annals/analytics';
import {
  ConsentExpired,
  ConsentGiven,
  ConsentWithdrawn,
  CustomerRegistered,
  NeedEnded,
  NeedRecorded,
} from '@annals/contracts-customers';
import { scenarios } from '@annals/testing';
import { customer } from './customer.decider.js';

const given = scenarios(customer(daysIn('UTC')));

const customerId = 'u-1';
const registered = CustomerRegistered.event({
  customerId,
  profile: { kind: 'person', name: '李娜', roles: ['prospect'] },
});

describe('the end of a need', () => {
  const need = { customerId, needId: 'n-1', description: 'Hire', duration: 'temporary', until: '2026-09-30' } as const;
  const recorded = NeedRecorded.event(need);
  const ended = NeedEnded.event({ customerId, needId: 'n-1', until: '2026-09-30' });
  const end = { type: 'EndNeed', customerId, needId: 'n-1' } as const;

  it('is recorded', () => given(registered, recorded).when(end).then(ended));
  it('is recorded once', () => given(registered, recorded, ended).when(end).thenNothing());
  it('is never recorded for a need without a last day', () => {
    given(registered, NeedRecorded.event({ ...need, until: undefined }))
      .when(end)
      .thenNothing();
    given(registered).when(end).thenNothing();
  });
  it('does not change the need', () =>
    given(registered, recorded, ended)
      .when({ type: 'RecordNeed', ...need })
      .thenNothing());
});

describe('the end of a consent', () => {
  const about = { customerId, channel: 'email', purpose: 'marketing' } as const;
  const expiresAt = '2028-01-01T00:00:00.000Z';
  const consented = ConsentGiven.event({ ...about, expiresAt });
  const expired = ConsentExpired.event({ ...about, expiresAt });
  const expire = { type: 'ExpireConsent', ...about, expiresAt } as const;

  it('is recorded', () => given(registered, consented).when(expire).then(expired));
  it('is recorded once', () => given(registered, consented, expired).when(expire).thenNothing());
  it('is never recorded for a consent that was withdrawn, never given, or renewed', () => {
    given(registered, consented, ConsentWithdrawn.event(about)).when(expire).thenNothing();
    given(registered).when(expire).thenNothing();
    given(registered, consented, ConsentGiven.event(about)).when(expire).thenNothing();
  });
  it('allows the customer to consent again, and to object', () => {
    given(registered, consented, expired)
      .when({ type: 'GiveConsent', ...about })
      .then(ConsentGiven.event(about));
    given(registered, consented, expired)
      .when({ type: 'WithdrawConsent', ...about })
      .then(ConsentWithdrawn.event(about));
  });
});
