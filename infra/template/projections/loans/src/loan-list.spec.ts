import { DeviceLent, DeviceReturned, loanContracts, LoanExtended, type LoanEvent } from '@annals/contracts-loans';
import { fieldsOf, project } from '@annals/event-sourcing';
import { anyLogOf, pagePartContract, partAfter, recorded, viewContract } from '@annals/testing';
import fc from 'fast-check';
import { loanList, loansPart } from './loan-list.js';

const about = { loanId: 'l-1', customerId: 'u-1' };
const lent = DeviceLent.event({ ...about, device: 'router', dueOn: '2026-02-01', note: 'for Li Na' });
const extended = LoanExtended.event({ ...about, from: '2026-02-01', to: '2026-02-15' });
const returned = DeviceReturned.event({ ...about, condition: 'damaged' });

const after = (...events: LoanEvent[]) => project(loanList, recorded(events)).get('l-1');

it('shows open loans with their dates', () => {
  expect(after(lent)).toEqual({
    ...{ ...about, device: 'router', status: 'out', dueOn: '2026-02-01', note: 'for Li Na', condition: null },
    ...{ lentAt: '2026-01-01T00:00:00.000Z', revision: 0 },
  });
});

it('shows the last due date and the condition at the return', () => {
  expect(after(lent, extended, returned)).toMatchObject({
    ...{ dueOn: '2026-02-15', status: 'returned', condition: 'damaged', revision: 2 },
  });
});

it('ignores events of an unknown loan', () => expect(after(extended, returned)).toBeUndefined());

it('counts what came back damaged, for its report', () => {
  expect(fieldsOf(loanList, after(lent)!)).toMatchObject({ device: 'router', status: 'out', damaged: 0 });
  expect(fieldsOf(loanList, after(lent, returned)!)).toMatchObject({ status: 'returned', damaged: 1 });
});

const mute = DeviceLent.event({ ...about, device: 'meter', dueOn: '2026-02-01' });
const anyEvent = fc.constantFrom<LoanEvent>(lent, mute, extended, returned);
viewContract(loanList, loanContracts, anyLogOf(anyEvent));

describe('the page of the customer', () => {
  it('has the devices that are out', () => {
    const { loanId } = about;
    expect(partAfter(loansPart, recorded([lent, extended]))).toEqual({
      loans: [{ loanId, device: 'router', dueOn: '2026-02-15', note: 'for Li Na' }],
    });
    expect(partAfter(loansPart, recorded([lent, returned]))).toEqual({ loans: [] });
  });

  pagePartContract(loansPart, loanContracts, anyLogOf(anyEvent));
});
