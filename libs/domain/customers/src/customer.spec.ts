import { daysIn } from '@annals/analytics';
import {
  CustomerDataChanged,
  CustomerRegistered,
  NeedRecorded,
  OwnerAssigned,
  type CustomerProfile,
  type FieldChange,
  type ProfileChanges,
} from '@annals/contracts-customers';
import { scenarios } from '@annals/testing';
import { customer } from './customer.decider.js';

const given = scenarios(customer(daysIn('UTC')));

const customerId = 'u-1';
const liNa: CustomerProfile = {
  kind: 'person',
  name: '李娜',
  roles: ['end-customer'],
  phone: '555',
  geographic: { country: 'CN', city: '上海' },
};
const registered = CustomerRegistered.event({ customerId, profile: liNa });
const register = { type: 'RegisterCustomer', customerId, ...liNa } as const;

describe('registering a customer', () => {
  it('records the profile', () => given().when(register).then(registered));
  it('is silent when repeated', () => given(registered).when(register).thenNothing());
  it('is silent when repeated after a change', () =>
    given(registered, phoneChanged('555', '777')).when(register).thenNothing());
  it('is refused when another customer has the id', () =>
    given(registered)
      .when({ ...register, name: '王伟' })
      .thenRejected('CustomerAlreadyRegistered', { customerId }));
});

const changed = (changes: readonly FieldChange[], more: object = {}) =>
  CustomerDataChanged.event({
    customerId,
    changes: [...changes],
    reason: null,
    source: null,
    effectiveDate: '2026-01-05',
    ...more,
  });
const phoneChanged = (before: string | null, after: string | null) => changed([{ field: 'phone', before, after }]);
const change = (changes: ProfileChanges, more: object = {}) =>
  ({ type: 'ChangeData', customerId, changes, ...more }) as const;

describe('changing data', () => {
  it('records the values before and after', () =>
    given(registered)
      .when(change({ phone: '777' }))
      .then(phoneChanged('555', '777')));
  it('compares with the last change', () =>
    given(registered, phoneChanged('555', '777'))
      .when(change({ phone: '888' }))
      .then(phoneChanged('777', '888')));
  it('records null before the first value', () =>
    given(registered)
      .when(change({ 'attributes.meterType': '三相四线' }))
      .then(changed([{ field: 'attributes.meterType', before: null, after: '三相四线' }])));
  it('removes a value with null', () =>
    given(registered)
      .when(change({ phone: null }))
      .then(phoneChanged('555', null)));
  it('records reason, source and effective date', () => {
    const why = { reason: 'called', source: 'call centre', effectiveDate: '2025-12-01' };
    given(registered)
      .when(change({ phone: '777' }, why))
      .then(changed([{ field: 'phone', before: '555', after: '777' }], why));
  });
  it('takes effect on the day on which it happened', () =>
    given(registered)
      .when(change({ phone: '777' }), new Date('1997-08-25T10:00:00Z'))
      .then(changed([{ field: 'phone', before: '555', after: '777' }], { effectiveDate: '1997-08-25' })));
  it('leaves out fields that do not differ', () =>
    given(registered)
      .when(change({ 'geographic.country': 'CN', phone: '777', fax: null }))
      .then(phoneChanged('555', '777')));
  it('is silent when nothing differs', () =>
    given(registered, phoneChanged('555', '777'))
      .when(change({ phone: '777' }))
      .thenNothing());
  it('compares lists by content', () => {
    const addresses = [{ kind: 'home', city: '上海', country: 'CN' }];
    const after = [{ addressId: 'u-1:a1', ...addresses[0] }];
    const moved = changed([{ field: 'addresses', before: null, after }]);
    given(registered).when(change({ addresses })).then(moved);
    given(registered, moved)
      .when(change({ addresses: [{ country: 'CN', city: '上海', kind: 'home' }] }))
      .thenNothing();
  });
  it('never turns a person into an organisation', () =>
    given(registered)
      .when(change({ kind: 'organisation', phone: '777' }))
      .thenRejected('CustomerKindNeverChanges', { kind: 'person' }));
  it('may repeat the kind of customer', () =>
    given(registered)
      .when(change({ kind: 'person' }))
      .thenNothing());
});

const [nancy, margaret] = [{ id: 'employee-1', name: 'Nancy Davolio' }, { id: 'employee-4' }];
const owned = OwnerAssigned.event({ customerId, owner: nancy, previous: null });

describe('assigning an owner', () => {
  const assign = (owner: { id: string; name?: string }) => ({ type: 'AssignOwner', customerId, owner }) as const;

  it('records the first one', () => given(registered).when(assign(nancy)).then(owned));
  it('records the next one and the previous one', () =>
    given(registered, owned)
      .when(assign(margaret))
      .then(OwnerAssigned.event({ customerId, owner: margaret, previous: nancy })));
  it('is silent when repeated', () =>
    given(registered, owned)
      .when(assign({ id: nancy.id }))
      .thenNothing());
});

describe('recording a need', () => {
  const need = { needId: 'n-1', description: '临时增容 630 kVA', duration: 'temporary', until: '2026-09-30' } as const;
  const recorded = NeedRecorded.event({ customerId, ...need });
  const record = { type: 'RecordNeed', customerId, ...need } as const;

  it('keeps it', () => given(registered).when(record).then(recorded));
  it('keeps another one', () =>
    given(registered, recorded)
      .when({ ...record, needId: 'n-2' })
      .then(NeedRecorded.event({ customerId, ...need, needId: 'n-2' })));
  it('is silent when repeated', () => given(registered, recorded).when(record).thenNothing());
  it('is refused when another need has the id', () =>
    given(registered, recorded)
      .when({ ...record, duration: 'lasting' })
      .thenRejected('NeedAlreadyRecorded', { needId: 'n-1' }));
});
