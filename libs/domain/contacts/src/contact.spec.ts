import { ConsentWithdrawn, CustomerLost } from '@annals/contracts-customers';
import { about, customerId, given, made, make, preferring, registered } from '../test/calls.js';

describe('making a contact', () => {
  const sales = { purpose: 'sales' };
  const before = given(made(sales)).inContext(registered);

  it('is recorded', () => given().inContext(registered).when(make(sales)).then(made(sales)));
  it('records the response, the duration and the contact person', () => {
    const more = { ...sales, response: 'positive', durationSeconds: 640, person: '王伟' };
    given().inContext(registered).when(make(more)).then(made(more));
  });
  it('has the time at which it happened', () => {
    const at = new Date('1997-08-25T10:00:00Z');
    given()
      .inContext(registered)
      .when(make({ ...sales, occurredAt: '1997-08-25T10:00:00Z' }), at)
      .then(made(sales, at));
  });
  it('is silent when repeated', () => before.when(make(sales)).thenNothing());
  it('is silent when repeated later', () => before.when(make(sales), new Date('2026-01-06T00:00:00Z')).thenNothing());
  it('is silent when repeated, even if it would be refused now', () =>
    given(made())
      .inContext(registered, preferring({ doNotContact: true }))
      .when(make())
      .thenNothing());
  it('is refused when another contact has the id', () =>
    before.when(make({ summary: 'x' })).thenRejected('ContactAlreadyMade', { contactId: 't-1' }));
  it('is refused with another time', () =>
    before
      .when(make({ ...sales, occurredAt: '2026-01-06' }), new Date('2026-01-06T00:00:00Z'))
      .thenRejected('ContactAlreadyMade'));
  it('is refused for a customer who is not registered', () =>
    given()
      .when(make({ direction: 'inbound' }))
      .thenRejected('CustomerNotRegistered'));
});

describe('an inbound contact', () => {
  it('is recorded whatever the customer wishes', () => {
    const closed = preferring({
      doNotContact: true,
      quietHours: { from: '00:00', to: '23:59', timeZone: 'UTC' },
      frequencyCap: { contacts: 0, days: 1 },
    });
    given()
      .inContext(registered, closed, ConsentWithdrawn.event(about), CustomerLost.event({ customerId, reason: 'price' }))
      .when(make({ direction: 'inbound' }))
      .then(made({ direction: 'inbound' }));
  });
});
