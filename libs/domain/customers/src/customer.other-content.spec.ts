import { daysIn } from '@annals/analytics';
import {
  CustomerDataChanged,
  CustomerFellSilent,
  CustomerLost,
  CustomerRegistered,
  CustomerWonBack,
  OwnerAssigned,
  type CustomerEvent,
} from '@annals/contracts-customers';
import { scenarios } from '@annals/testing';
import { customer } from './customer.decider.js';

const customerId = 'u-1';
const profile = { kind: 'person' as const, name: '李娜', roles: ['prospect' as const], phone: '1' };
const registered = CustomerRegistered.event({ customerId, profile });
const given = (...past: CustomerEvent[]) => scenarios(customer(daysIn('UTC')))(registered, ...past);

describe('changing data to the current values', () => {
  const notes = { reason: 'moved', source: 'call', effectiveDate: '2026-01-05' };
  const change = (field: string, before: string | null, after: string, more = {}) =>
    CustomerDataChanged.event({ customerId, changes: [{ field, before, after }], ...notes, ...more });
  const changed = change('phone', '1', '2');
  const phone = { type: 'ChangeData', customerId, changes: { phone: '2' } } as const;

  it('is silent with the same notes of the change, or fewer', () => {
    given(changed)
      .when({ ...phone, ...notes })
      .thenNothing();
    given(changed)
      .when({ ...phone, reason: 'moved' })
      .thenNothing();
  });
  it.each([{ reason: 'married' }, { source: 'letter' }, { effectiveDate: '2026-02-01' }])(
    'is refused with %j',
    (other) =>
      given(changed)
        .when({ ...phone, ...notes, ...other })
        .thenRejected('DataAlreadyChanged', { customerId }),
  );
  it('is refused regardless of the age of the change', () =>
    given(changed, change('fax', null, '3', { reason: 'bought one' }))
      .when({ ...phone, reason: 'married' })
      .thenRejected('DataAlreadyChanged'));
  it.each(['moved', 'bought one'])('is silent with the notes of one of the changes of the latest day: %s', (reason) =>
    given(changed, change('fax', null, '3', { reason: 'bought one' }))
      .when({ ...phone, changes: { phone: '2', fax: '3' }, reason })
      .thenNothing(),
  );
  it('is refused with notes of no change of the latest day of these fields', () => {
    const both = { ...phone, changes: { phone: '2', fax: '3' } };
    const later = change('fax', null, '3', { reason: 'bought one', effectiveDate: '2026-02-01' });
    given(changed, later)
      .when({ ...both, reason: 'moved' })
      .thenRejected('DataAlreadyChanged');
    given(changed, change('fax', null, '3'))
      .when({ ...both, reason: 'married' })
      .thenRejected('DataAlreadyChanged');
  });
  it('is silent when the field was never changed', () =>
    given()
      .when({ ...phone, changes: { phone: '1' }, reason: 'call' })
      .thenNothing());
});

describe('assigning the owner', () => {
  const owner = { id: 'e-1', name: 'Ann' };
  const assigned = OwnerAssigned.event({ customerId, owner, previous: null });
  const assign = (owner: object) => ({ type: 'AssignOwner', customerId, owner: { id: 'e-1', ...owner } }) as const;

  it('records another name', () =>
    given(assigned)
      .when(assign({ name: 'Anna' }))
      .then(OwnerAssigned.event({ customerId, owner: { id: 'e-1', name: 'Anna' }, previous: owner })));
  it('is silent when only the id is given', () => given(assigned).when(assign({})).thenNothing());
});

describe('a repeated fact', () => {
  const lost = CustomerLost.event({ customerId, reason: 'price', competitor: 'X' });
  const wonBack = CustomerWonBack.event({ customerId, reason: 'new offer' });
  const lose = { type: 'MarkLost', customerId, reason: 'price' } as const;
  const silence = { lastActivityAt: '2025-01-01T00:00:00.000Z', silentDays: 180 };
  const note = { type: 'NoteSilence', customerId, ...silence } as const;

  it.each([{ reason: 'service' }, { competitor: 'Y' }])('is refused with other content: %j', (other) =>
    given(lost)
      .when({ ...lose, ...other })
      .thenRejected('CustomerAlreadyLost', { customerId }),
  );
  it('may be recorded again once the customer was won back', () =>
    given(lost, wonBack)
      .when({ ...lose, reason: 'service' })
      .then(CustomerLost.event({ customerId, reason: 'service' })));
  it('is refused when won back for another reason', () =>
    given(lost, wonBack)
      .when({ type: 'WinBack', customerId, reason: 'discount' })
      .thenRejected('CustomerNotLost', { customerId }));
  it('is refused for a silence of another length', () =>
    given(CustomerFellSilent.event({ customerId, ...silence }))
      .when({ ...note, silentDays: 90 })
      .thenRejected('SilenceAlreadyNoted', { customerId, lastActivityAt: silence.lastActivityAt }));
});
