import { daysIn } from '@annals/analytics';
import { CustomerRegistered, type CustomerProfile } from '@annals/contracts-customers';
import { scenarios } from '@annals/testing';
import { customer } from './customer.decider.js';

const given = scenarios(customer(daysIn('Asia/Shanghai')));

const customerId = 'u-1';
const person = (birthDate?: string): CustomerProfile => ({
  ...{ kind: 'person', name: '李娜', roles: ['end-customer'] },
  ...(birthDate !== undefined && { demographic: { birthDate } }),
});
const registered = CustomerRegistered.event({ customerId, profile: person() });
const lateOnNewYearsEve = new Date('2025-12-31T17:00:00Z'); // 01:00 on 1 January in Shanghai

describe('a customer', () => {
  it.each(['2026-01-02', '2999-01-01'])('is not born on %s, after the day of the registration', (birthDate) =>
    given()
      .when({ type: 'RegisterCustomer', customerId, ...person(birthDate) }, lateOnNewYearsEve)
      .thenRejected('BornInFuture', { field: 'demographic.birthDate', day: '2026-01-01' }),
  );

  it('may be born on this day of the calendar of the company', () =>
    given()
      .when({ type: 'RegisterCustomer', customerId, ...person('2026-01-01') }, lateOnNewYearsEve)
      .then(CustomerRegistered.event({ customerId, profile: person('2026-01-01') })));

  it.each([
    ['demographic.birthDate', '2026-01-02'],
    ['demographic.foundedYear', 2027],
  ])('cannot have %s %s by a change of data', (field, value) =>
    given(registered)
      .when({ type: 'ChangeData', customerId, changes: { [field]: value } }, lateOnNewYearsEve)
      .thenRejected('BornInFuture', { field, day: '2026-01-01' }),
  );

  it('registered with such a date before this rule can change everything else', () => {
    const old = CustomerRegistered.event({ customerId, profile: person('2999-01-01') });
    given(old)
      .when({ type: 'RegisterCustomer', customerId, ...person('2999-01-01') })
      .thenNothing();
  });
});
