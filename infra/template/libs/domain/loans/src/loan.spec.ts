import { CustomerRegistered } from '@annals/contracts-customers';
import { DeviceLent, DeviceReturned, LoanExtended } from '@annals/contracts-loans';
import { scenarios } from '@annals/testing';
import { loan } from './loan.decider.js';

const given = scenarios(loan({ lastDay: (at) => `${at.toISOString().slice(0, 7)}-31` }));

const loanId = 'l-1';
const about = { loanId, customerId: 'u-1' };
const profile = { kind: 'person' as const, name: '王芳', roles: ['end-customer' as const] };
const registered = CustomerRegistered.event({ customerId: 'u-1', profile });
const lent = DeviceLent.event({ ...about, device: 'router', dueOn: '2026-01-20' });
const extended = LoanExtended.event({ ...about, from: '2026-01-20', to: '2026-01-31' });
const returned = DeviceReturned.event({ ...about, condition: 'intact' });

const lend = { type: 'LendDevice', ...about, device: 'router', dueOn: '2026-01-20' } as const;
const extend = { type: 'ExtendLoan', loanId, to: '2026-01-31' } as const;
const takeBack = { type: 'ReturnDevice', loanId, condition: 'intact' } as const;

describe('lending a device', () => {
  it('records the due date', () => given().inContext(registered).when(lend).then(lent));
  it('is silent when repeated, even after its return', () => given(lent, extended, returned).when(lend).thenNothing());
  it('is refused when another loan has the id', () =>
    given(lent)
      .when({ ...lend, device: 'meter' })
      .thenRejected('LoanAlreadyBegun', { loanId }));
  it('is refused for a customer who is not registered', () =>
    given().when(lend).thenRejected('CustomerNotRegistered', { customerId: 'u-1' }));
  it('is refused beyond the maximum duration', () =>
    given()
      .inContext(registered)
      .when({ ...lend, dueOn: '2026-02-01' })
      .thenRejected('LoanTooLong', { lastDay: '2026-01-31' }));
});

describe('extending a loan', () => {
  it('records the due dates before and after', () => given(lent).when(extend).then(extended));
  it('is silent when repeated', () => given(lent, extended).when(extend).thenNothing());
  it('never makes it shorter', () =>
    given(lent, extended)
      .when({ ...extend, to: '2026-01-30' })
      .thenRejected('LoanNotExtended', { from: '2026-01-31' }));
  it('is refused beyond the maximum duration', () =>
    given(lent)
      .when({ ...extend, to: '2026-02-01' })
      .thenRejected('LoanTooLong'));
  it('is refused before it began', () => given().when(extend).thenRejected('LoanUnknown', { loanId }));
  it('is refused when it is over', () => given(lent, returned).when(extend).thenRejected('LoanOver', { loanId }));
});

describe('taking a device back', () => {
  it('records the condition', () => given(lent).when(takeBack).then(returned));
  it('is silent when repeated', () => given(lent, returned).when(takeBack).thenNothing());
  it('is refused with other content', () =>
    given(lent, returned)
      .when({ ...takeBack, condition: 'damaged' })
      .thenRejected('LoanOver'));
  it('is refused before it began', () => given().when(takeBack).thenRejected('LoanUnknown'));
});
