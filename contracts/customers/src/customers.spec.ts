import { personalPaths, samplesContract } from '@annals/testing';
import {
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

it('marks what tells who somebody is as personal', () => {
  expect(personalPaths([CustomerRegistered])['CustomerRegistered']).toEqual([
    'profile.name',
    'profile.taxNumber',
    'profile.email',
    'profile.phone',
    'profile.fax',
    'profile.addresses[].street',
    'profile.addresses[].city',
    'profile.addresses[].postalCode',
    'profile.contactPersons[].name',
    'profile.contactPersons[].title',
    'profile.contactPersons[].phone',
    'profile.contactPersons[].email',
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

it('marks what a customer was and became as personal', () => {
  expect(personalPaths([CustomerDataChanged])).toEqual({
    CustomerDataChanged: ['changes[].before', 'changes[].after', 'reason', 'source'],
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

it('keeps personal data out of streams that say who holds an identifier', () => {
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

  it('has quiet hours that may span midnight', () => expect(withQuietHours({})).toBe(true));
  it.each([{ timeZone: 'Asia/Peking University' }, { from: '24:00' }, { from: '08:00' }, { days: 'weekend' }])(
    'does not accept quiet hours with %o',
    (hours) => expect(withQuietHours(hours)).toBe(false),
  );
});

describe('a profile', () => {
  const accepts = (profile: object) =>
    CustomerRegistered.accepts({
      customerId: 'u-1',
      profile: { kind: 'person', name: '李娜', roles: ['prospect'], ...profile },
    });

  it('needs no more than kind, name and a role', () => expect(accepts({})).toBe(true));
  it.each([
    { roles: [] },
    { roles: ['prospect', 'prospect'] },
    { geographic: { contry: 'CN' } },
    { attributes: { 'meter.type': 'x' } },
    { value: { monthlyCharge: '12,50' } },
  ])('does not accept %o', (part) => expect(accepts(part)).toBe(false));
});
