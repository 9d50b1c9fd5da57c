import { ConsentGiven, ConsentWithdrawn, ContactPreferenceSet } from '@annals/contracts-customers';
import { called, customer, customerId, lines, registered, rerun } from '../../test/told-histories.js';

const consent = { customerId, channel: 'phone', purpose: 'sales' } as const;

describe('contacts under other rules', () => {
  it('are refused, with the rule, and no longer counted', () => {
    const preference = ContactPreferenceSet.event({
      customerId,
      preference: { doNotContact: false, frequencyCap: { contacts: 1, days: 7 } },
    });
    const all = [registered, customer('01-02T00:00', preference), called('t-1', '01-03T09:00', { purpose: 'service' })];
    const again = called('t-2', '01-04T09:00', { purpose: 'service' });
    const others = rerun({ FREQUENCY_CAP_APPLIES_TO: 'service' }, '01-04T09:00', ...all, again);
    expect(lines(others)).toEqual(['ContactMade 01-04T09:00 -> FrequencyCapReached']);
    const third = called('t-3', '01-10T10:00', { purpose: 'service' });
    expect(lines(rerun({ FREQUENCY_CAP_APPLIES_TO: 'service' }, '01-10T10:00', ...all, again, third))).toEqual([
      'ContactMade 01-04T09:00 -> FrequencyCapReached',
    ]);
  });

  it('are allowed that broke a rule', () => {
    const objection = customer('01-02T00:00', ConsentWithdrawn.event(consent));
    const broke = called('t-1', '01-03T09:00', { breaches: ['objection'] });
    const [other] = rerun({ OBJECTION_APPLIES_TO: 'none' }, '01-03T09:00', registered, objection, broke);
    expect(other!.would[0]!.data).not.toHaveProperty('breaches');
  });

  it('are decided on the same facts: a consent that a race overtook counts', () => {
    const given = customer('01-02T00:00', ConsentGiven.event(consent));
    const withdrawn = customer('01-03T08:59', ConsentWithdrawn.event(consent));
    const { more: _, ...contact } = called('t-1', '01-03T09:00');
    const raced = { ...contact, more: { decidedOn: { 'customer-c-1': 1 } } };
    const under = { CONSENT_REQUIRED_FOR: 'sales' };
    expect(rerun(under, '01-03T09:00', registered, given, withdrawn, raced)).toEqual([]);
    expect(lines(rerun(under, '01-03T09:00', registered, given, withdrawn, contact))).toEqual([
      'ContactMade 01-03T09:00 -> ConsentWithdrawn',
    ]);
  });
});
