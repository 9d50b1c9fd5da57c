import { ContactPreferenceSet, CustomerRegistered, CustomersMerged, MergeUndone } from '@annals/contracts-customers';
import { called, customer, customerId, lines, registered, rerun, told, type Told } from '../../test/told-histories.js';

const merge = { customerId, mergedId: 'c-2', reason: 'Registered twice.' };
const merged = (day: string) =>
  customer(day, CustomersMerged.event({ ...merge, choices: {}, files: [], taken: [], identifiers: [], needs: [] }));
const undone = (day: string) => customer(day, MergeUndone.event({ ...merge, returned: [], kept: [], unsaid: [] }));

/** At most one contact a week, here of any purpose. */
const rare = customer(
  '01-02T00:00',
  ContactPreferenceSet.event({
    customerId,
    preference: { doNotContact: false, frequencyCap: { contacts: 1, days: 7 } },
  }),
);
const profile = { kind: 'organisation', name: 'Akme', roles: ['prospect'] } as const;
const other = CustomerRegistered.event({ customerId: 'c-2', profile: { ...profile, roles: ['prospect'] } });
const before = [registered, told('customer-c-2', '01-01T00:00', other, { subject: 'c-2' }), rare];

const SERVICE = { FREQUENCY_CAP_APPLIES_TO: 'service' };
const withOther = {
  ...called('t-0', '01-03T09:00', { customerId: 'c-2', purpose: 'service' }),
  ...{ on: 'contacts-c-2', more: { subject: 'c-2' } },
};
const call = called('t-1', '01-04T09:00', { purpose: 'service' });

const under = (...events: readonly Told[]) => lines(rerun(SERVICE, '01-04T09:00', ...before, withOther, ...events));

it('counts the contacts of a merged customer under other rules', () =>
  expect(under(merged('01-03T12:00'), call)).toEqual(['ContactMade 01-04T09:00 -> FrequencyCapReached']));

it('counts only those that the real rule looked at', () => {
  const raced = { ...call, more: { decidedOn: { 'customer-c-1': 2, 'contacts-c-2': -1 } } };
  expect(under(merged('01-03T12:00'), raced)).toEqual([]);
});

it('counts no contacts of another customer before a merge, or after it was undone', () => {
  expect(under(call)).toEqual([]);
  expect(under(merged('01-03T12:00'), undone('01-03T15:00'), call)).toEqual([]);
});
