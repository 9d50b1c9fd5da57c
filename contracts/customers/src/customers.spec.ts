import { personalPaths, samplesContract } from '@annals/testing';
import { readFileSync } from 'node:fs';
import {
  asFieldChange,
  ConsentGiven,
  ContactPreferenceSet,
  customerContracts,
  CustomerDataChanged,
  CustomerLost,
  CustomerRegistered,
  CustomerWonBack,
  identifierContracts,
  NeedRecorded,
} from './index.js';

samplesContract([...customerContracts, ...identifierContracts], `${import.meta.dirname}/../samples`);

it('marks fields that identify a person as personal', () => {
  expect(personalPaths([CustomerRegistered])['CustomerRegistered']).toEqual([
    'profile.name',
    'profile.taxNumber',
    'profile.email',
    'profile.phone',
    'profile.fax',
    'profile.addresses[].street',
    'profile.addresses[].city',
    'profile.addresses[].postalCode',
    'profile.contactPersons[].name (contact)',
    'profile.contactPersons[].title (contact)',
    'profile.contactPersons[].phone (contact)',
    'profile.contactPersons[].email (contact)',
    'profile.geographic.city',
    'profile.geographic.district',
    'profile.demographic.gender',
    'profile.demographic.birthDate',
    'profile.demographic.ageBand',
    'profile.demographic.maritalStatus',
    'profile.demographic.householdSize',
    'profile.demographic.dependents',
    'profile.demographic.occupation',
    'profile.demographic.education',
    'profile.demographic.incomeBand',
    'profile.psychographic.lifestyle',
    'profile.psychographic.personality',
    'profile.psychographic.values',
    'profile.psychographic.socialClass',
    'profile.psychographic.interests[]',
    'profile.psychographic.attitude',
    'profile.attributes',
  ]);
});

it('marks the values before and after a change as personal', () => {
  expect(personalPaths([CustomerDataChanged])).toEqual({
    CustomerDataChanged: [
      ...['name', 'title', 'phone', 'email'].map((field) => `changes[].persons.before[].${field} (contact)`),
      ...['name', 'title', 'phone', 'email'].map((field) => `changes[].persons.after[].${field} (contact)`),
      ...['changes[].before', 'changes[].after', 'reason', 'source'],
    ],
  });
});

describe('an event from before parts had ids', () => {
  const old = (type: string) =>
    JSON.parse(readFileSync(`${import.meta.dirname}/../samples/${type}.v1.json`, 'utf8')) as { customerId: string };

  it('gets ids by the places of the parts', () => {
    const { customerId, ...data } = old('CustomerRegistered');
    const { profile } = CustomerRegistered.upcast({ data: { customerId, ...data }, schemaVersion: 1 }).data;
    expect(profile.addresses?.map(({ addressId }) => addressId)).toEqual([`${customerId}:a1`, `${customerId}:a2`]);
    expect(profile.contactPersons?.map(({ personId }) => personId)).toEqual([`${customerId}:p1`, `${customerId}:p2`]);
  });

  it('separates contact persons from the other data of a customer', () => {
    const data = old('CustomerDataChanged');
    const { changes } = CustomerDataChanged.upcast({ data, schemaVersion: 1 }).data;
    expect(changes.map(asFieldChange)).toMatchObject((data as unknown as { changes: object[] }).changes);
    const by = CustomerDataChanged.personPaths.map(({ whose, path }) => `${whose} ${path}`);
    expect(by).toContain('contact changes[].persons.after[].personId');
  });
});

it('marks free text as personal', () => {
  expect(personalPaths([NeedRecorded, ConsentGiven, CustomerLost, CustomerWonBack])).toEqual({
    NeedRecorded: ['description'],
    ConsentGiven: ['evidence'],
    CustomerLost: ['reason'],
    CustomerWonBack: ['reason'],
  });
});

it('keeps personal data out of the streams of reservations', () => {
  expect(identifierContracts.flatMap(({ personalFields }) => personalFields)).toEqual([]);
});

describe('a contact preference', () => {
  const withQuietHours = (hours: object) =>
    ContactPreferenceSet.accepts({
      customerId: 'u-1',
      preference: {
        doNotContact: false,
        quietHours: { from: '21:00', to: '08:00', timeZone: 'Asia/Shanghai', ...hours },
      },
    });

  it('may have quiet hours that span midnight', () => expect(withQuietHours({})).toBe(true));
  it.each([{ timeZone: 'Asia/Peking University' }, { from: '24:00' }, { from: '08:00' }, { days: 'weekend' }])(
    'refuses quiet hours with %o',
    (hours) => expect(withQuietHours(hours)).toBe(false),
  );
});

describe('a profile', () => {
  const accepts = (profile: object) =>
    CustomerRegistered.accepts({
      customerId: 'u-1',
      profile: { kind: 'person', name: '李娜', roles: ['prospect'], ...profile },
    });

  it('requires only kind, name and a role', () => expect(accepts({})).toBe(true));
  it.each([
    { roles: [] },
    { roles: ['prospect', 'prospect'] },
    { geographic: { contry: 'CN' } },
    { attributes: { 'meter.type': 'x' } },
    { value: { monthlyCharge: '12,50' } },
  ])('refuses %o', (part) => expect(accepts(part)).toBe(false));
});
