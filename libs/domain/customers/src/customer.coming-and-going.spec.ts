import { daysIn } from '@annals/analytics';
import { CustomerFellSilent, CustomerLost, CustomerRegistered, CustomerWonBack } from '@annals/contracts-customers';
import { scenarios } from '@annals/testing';
import { customer } from './customer.decider.js';

const given = scenarios(customer(daysIn('UTC')));

const customerId = 'u-1';
const registered = CustomerRegistered.event({
  customerId,
  profile: { kind: 'person', name: '李娜', roles: ['prospect'] },
});

const lost = CustomerLost.event({ customerId, reason: 'price', competitor: 'Northern Telecom' });
const wonBack = CustomerWonBack.event({ customerId, reason: '重新签约' });
const markLost = { type: 'MarkLost', customerId, reason: 'price', competitor: 'Northern Telecom' } as const;
const winBack = { type: 'WinBack', customerId, reason: '重新签约' } as const;

describe('marking a customer as lost', () => {
  it('records the reason and the competitor', () => given(registered).when(markLost).then(lost));
  it('is silent when repeated', () => given(registered, lost).when(markLost).thenNothing());
  it('is possible again after the customer was won back', () =>
    given(registered, lost, wonBack).when(markLost).then(lost));
});

describe('winning a customer back', () => {
  it('records the reason', () => given(registered, lost).when(winBack).then(wonBack));
  it('is silent when repeated', () => given(registered, lost, wonBack).when(winBack).thenNothing());
  it('is refused before the loss', () => {
    const before = given(registered, { ...lost, occurredAt: '2026-03-10T09:00:00.000Z' });
    const occurredAt = '2026-03-09T10:00:00.000Z';
    before.when({ ...winBack, occurredAt }, new Date(occurredAt)).thenRejected('CustomerNotLost');
  });
  it('is refused for a customer who was never lost', () =>
    given(registered).when(winBack).thenRejected('CustomerNotLost'));
});

describe('noting silence', () => {
  const silence = { customerId, lastActivityAt: '2025-07-04T00:00:00.000Z', silentDays: 180 };
  const fellSilent = CustomerFellSilent.event(silence);
  const note = { type: 'NoteSilence', ...silence } as const;

  it('records the last activity', () => given(registered).when(note).then(fellSilent));
  it('is silent when repeated', () => given(registered, fellSilent).when(note).thenNothing());
  it('is possible again after a later activity', () => {
    const later = { ...silence, lastActivityAt: '2025-12-01T00:00:00.000Z' };
    given(registered, fellSilent)
      .when({ ...note, ...later })
      .then(CustomerFellSilent.event(later));
  });
  it('ignores lost customers', () => given(registered, lost).when(note).thenNothing());
});

it.each([
  { type: 'ChangeData', customerId, changes: { phone: '777' } } as const,
  { type: 'AssignOwner', customerId, owner: { id: 'employee-1' } } as const,
  { type: 'RecordNeed', customerId, needId: 'n-1', description: '', duration: 'lasting' } as const,
  { type: 'SetContactPreference', customerId, doNotContact: true } as const,
  { type: 'GiveConsent', customerId, channel: 'email', purpose: 'marketing' } as const,
  { type: 'WithdrawConsent', customerId, channel: 'email', purpose: 'marketing' } as const,
  markLost,
  winBack,
  { type: 'NoteSilence', customerId, lastActivityAt: '2025-07-04T00:00:00.000Z', silentDays: 180 } as const,
])('refuses a customer who is not registered: $type', (command) => {
  given().when(command).thenRejected('CustomerNotRegistered');
  given(wonBack).when(command).thenRejected('CustomerNotRegistered');
});
