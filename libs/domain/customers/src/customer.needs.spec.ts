import { daysIn } from '@annals/analytics';
import {
  ConsentGiven,
  ConsentWithdrawn,
  CustomerRegistered,
  NeedClosed,
  NeedRecorded,
} from '@annals/contracts-customers';
import { scenarios } from '@annals/testing';
import { customer } from './customer.decider.js';

const given = scenarios(customer(daysIn('UTC')));

const customerId = 'u-1';
const contactPersons = [{ personId: 'u-1:p1', name: '王伟' }];
const registered = CustomerRegistered.event({
  customerId,
  profile: { kind: 'organisation', name: '华东电力', roles: ['prospect'], contactPersons },
});
const needed = NeedRecorded.event({
  ...{ customerId, needId: 'n-1', description: 'A pump', duration: 'temporary', until: '2026-09-30' },
});

describe('closing a need', () => {
  const closing = { customerId, needId: 'n-1', outcome: 'fulfilled', reason: 'The pump is there.' } as const;
  const close = { type: 'CloseNeed', ...closing } as const;
  const closed = NeedClosed.event(closing);

  it('is recorded with its outcome and reason', () => given(registered, needed).when(close).then(closed));
  it('is silent when repeated, and refused with another reason', () => {
    given(registered, needed, closed).when(close).thenNothing();
    given(registered, needed, closed)
      .when({ ...close, outcome: 'lapsed' })
      .thenRejected('NeedAlreadyClosed', { needId: 'n-1' });
  });
  it('is refused for a need that nobody recorded', () =>
    given(registered).when(close).thenRejected('NeedUnknown', { needId: 'n-1' }));
  it('is refused at a time before there was the need, and taken at that of a day on which it was recorded', () => {
    const since = '2026-03-10T09:00:00.000Z';
    const before = given(registered, { ...needed, occurredAt: since });
    const occurredAt = '2026-03-09T10:00:00.000Z';
    before
      .when({ ...close, occurredAt }, new Date(occurredAt))
      .thenRejected('NeedOccurredTooEarly', { follows: 'need', since, occurredAt });
    before.when({ ...close, occurredAt: '2026-03-10' }, new Date('2026-03-10')).then(closed);
  });
  it('leaves nothing to end on its last day', () =>
    given(registered, needed, closed).when({ type: 'EndNeed', customerId, needId: 'n-1' }).thenNothing());
});

describe('the consent of a contact person', () => {
  const kind = { customerId, channel: 'email', purpose: 'marketing' } as const;
  const ofPerson = ConsentGiven.event({ ...kind, personId: 'u-1:p1' });
  const give = { type: 'GiveConsent', ...kind, personId: 'p1' } as const;
  const withdraw = { type: 'WithdrawConsent', ...kind, personId: 'u-1:p1' } as const;

  it('is another one than that of the customer', () => {
    given(registered, ConsentGiven.event(kind)).when(give).then(ofPerson);
    given(registered, ofPerson).when(give).thenNothing();
    given(registered, ofPerson)
      .when(withdraw)
      .then(ConsentWithdrawn.event({ ...kind, personId: 'u-1:p1' }));
  });
  it.each([
    ['given', { ...give, personId: 'p7' }],
    ['withdrawn', { ...withdraw, personId: 'u-1:p7' }],
  ])('cannot be %s by a person who is not in the file', (_, command) =>
    given(registered).when(command).thenRejected('ContactPersonUnknown', { personId: 'u-1:p7' }),
  );
  it('is not for a customer without contact persons', () =>
    given(CustomerRegistered.event({ customerId, profile: { kind: 'person', name: '李娜', roles: ['prospect'] } }))
      .when(give)
      .thenRejected('ContactPersonUnknown'));
});
