import { ContactMade } from '@annals/contracts-contacts';
import { ContactPreferenceSet, CustomerRegistered, type ContactPreference } from '@annals/contracts-customers';
import { NOW, scenarios } from '@annals/testing';
import { contact } from '../src/contact.decider.js';
import type { ContactPolicy } from '../src/outbound.js';
import { contacts } from '../src/slice.js';

const defaults = Object.entries(contacts.settings).map(([name, { fallback = '', read }]) => [name, read(fallback)]);
export const policy = Object.fromEntries(defaults) as ContactPolicy;

export const given = scenarios(contact(policy));

export const customerId = 'u-1';
export const registered = CustomerRegistered.event({
  customerId,
  profile: { kind: 'person', name: '李娜', roles: ['prospect'] },
});
export const company = CustomerRegistered.event({
  customerId,
  profile: {
    ...{ kind: 'organisation', name: '华东电力', roles: ['end-customer'] },
    contactPersons: [
      { personId: 'u-1:p1', name: '王伟' },
      { personId: 'u-1:p2', name: '李娜' },
    ],
  },
});
export const preferring = (preference: Partial<ContactPreference>) =>
  ContactPreferenceSet.event({ customerId, preference: { doNotContact: false, ...preference } });

/** The fields of a call that a consent depends on. */
export const about = { customerId, channel: 'phone', purpose: 'marketing' } as const;

const call = {
  contactId: 't-1',
  ...about,
  direction: 'outbound',
  summary: '介绍夏季增容方案',
  outcome: 'reached',
  contactedBy: { id: 'employee-4' },
} as const;

/** The command that records an outbound call, and its event. */
export const make = (differing: object = {}) => ({ type: 'MakeContact', ...call, ...differing }) as const;
export const made = (differing: object = {}, at = NOW) =>
  ContactMade.event({ ...call, response: 'none', contactedAt: at.toISOString(), ...differing });
