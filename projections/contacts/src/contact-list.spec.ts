import { contactContracts, ContactMade } from '@annals/contracts-contacts';
import { fieldsOf, project } from '@annals/event-sourcing';
import { anyLogOf, recorded, viewContract } from '@annals/testing';
import fc from 'fast-check';
import { contactList } from './contact-list.js';

const made = {
  ...({ contactId: 't-1', customerId: 'u-1', channel: 'phone', direction: 'outbound', purpose: 'service' } as const),
  ...({ summary: 'Hello', outcome: 'reached', response: 'none' } as const),
  ...{ contactedAt: '2026-01-03T00:00:00.000Z', contactedBy: { id: 'e-5' } },
};
const short = ContactMade.event(made);
const long = ContactMade.event({ ...made, contactId: 't-2', durationSeconds: 60, person: 'Li Na' });
const broken = ContactMade.event({ ...made, contactId: 't-3', breaches: ['quiet-hours'] });
const other = ContactMade.event({ ...made, customerId: 'u-2' });

it('has a line for each contact of each customer', () =>
  expect([...project(contactList, recorded([short, long, other])).keys()]).toEqual(['u-1 t-1', 'u-1 t-2', 'u-2 t-1']));

it('shows what was not recorded as null', () =>
  expect(contactList.answer.of(project(contactList, recorded([short])).get('u-1 t-1')!)).toEqual({
    ...made,
    ...{ durationSeconds: null, person: null, personId: null, preferredChannel: null, allowanceId: null },
    ...{ breaches: [], overridden: [], department: null },
  }));

it('shows all that was recorded', () => {
  const whole = {
    ...{ ...made, durationSeconds: 60, person: 'Li Na', personId: 'u-1:p1', preferredChannel: 'email' as const },
    ...({ breaches: ['quiet-hours'], overridden: ['consent'], allowanceId: 'ex-1', department: 'key' } as const),
  };
  expect(contactList.answer.of(whole)).toEqual(whole);
});

it('finds a contact by the rules that it broke', () => {
  const rulesOf = (event: typeof short) =>
    fieldsOf(contactList, [...project(contactList, recorded([event])).values()][0]!)['rule'];
  expect([rulesOf(broken), rulesOf(short)]).toEqual([['quiet-hours'], []]);
});

viewContract(contactList, contactContracts, anyLogOf(fc.constantFrom(short, long, broken, other)));
