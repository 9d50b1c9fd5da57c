import { daysIn } from '@annals/analytics';
import {
  ConsentGiven,
  ConsentWithdrawn,
  ContactPreferenceSet,
  CustomerRegistered,
  type ContactPreference,
} from '@annals/contracts-customers';
import { scenarios } from '@annals/testing';
import { customer } from './customer.decider.js';

const given = scenarios(customer(daysIn('UTC')));

const customerId = 'u-1';
const registered = CustomerRegistered.event({
  customerId,
  profile: { kind: 'person', name: '李娜', roles: ['prospect'] },
});

describe('setting the contact preference', () => {
  const evenings = { from: '21:00', to: '08:00', timeZone: 'Asia/Shanghai' };
  const preference: ContactPreference = { doNotContact: false, preferredChannel: 'phone', quietHours: evenings };
  const preferenceSet = ContactPreferenceSet.event({ customerId, preference });
  const set = (wanted: ContactPreference) => ({ type: 'SetContactPreference', customerId, ...wanted }) as const;

  it('records it', () => given(registered).when(set(preference)).then(preferenceSet));
  it('replaces the previous one as a whole', () =>
    given(registered, preferenceSet)
      .when(set({ doNotContact: true }))
      .then(ContactPreferenceSet.event({ customerId, preference: { doNotContact: true } })));
  it('is silent when repeated', () => given(registered, preferenceSet).when(set(preference)).thenNothing());
});

const about = { customerId, channel: 'email', purpose: 'marketing' } as const;
const consent = { ...about, evidence: 'web form', expiresAt: '2028-01-01T00:00:00.000Z' } as const;
const consented = ConsentGiven.event(consent);
const withdrawn = ConsentWithdrawn.event(about);

describe('giving consent', () => {
  const give = { type: 'GiveConsent', ...consent } as const;

  it('is recorded with its evidence', () => given(registered).when(give).then(consented));
  it('is silent when repeated', () => given(registered, consented).when(give).thenNothing());
  it('is recorded again with another expiry', () =>
    given(registered, consented)
      .when({ ...give, expiresAt: '2030-01-01T00:00:00.000Z' })
      .then(ConsentGiven.event({ ...consent, expiresAt: '2030-01-01T00:00:00.000Z' })));
  it('applies to one channel and one purpose', () =>
    given(registered, consented)
      .when({ ...give, channel: 'sms' })
      .then(ConsentGiven.event({ ...consent, channel: 'sms' })));
  it('is possible after a withdrawal', () => given(registered, consented, withdrawn).when(give).then(consented));
});

describe('withdrawing consent', () => {
  const withdraw = { type: 'WithdrawConsent', ...about } as const;

  it('ends the consent', () => given(registered, consented).when(withdraw).then(withdrawn));
  it('is an objection if no consent was given', () => given(registered).when(withdraw).then(withdrawn));
  it('is silent when repeated', () => given(registered, consented, withdrawn).when(withdraw).thenNothing());
});
