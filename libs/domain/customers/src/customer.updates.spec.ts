import { daysIn } from '@annals/analytics';
import { CustomerRegistered, OwnerAssigned, type CustomerEvent } from '@annals/contracts-customers';
import { fold } from '@annals/event-sourcing';
import { customer } from './customer.decider.js';

const customerId = 'u-1';
const decider = customer(daysIn('UTC'));
const given = { kind: 'person' as const, name: '李娜', roles: ['prospect' as const] };
const registered = CustomerRegistered.event({
  customerId,
  profile: { ...given, phone: '1', geographic: { country: 'CN', city: '上海' }, contactPersons: [] },
});
const after = (...past: readonly CustomerEvent[]) => fold(decider, [registered, ...past]);

describe('a registration that is imported again', () => {
  const register = (more: object) =>
    decider.updates!.RegisterCustomer!({ type: 'RegisterCustomer', customerId, ...given, ...more }, after());

  it('changes the fields that differ, those of groups by their path, and leaves out the others', () =>
    expect(register({ name: '李芳', phone: '1', geographic: { country: 'CN', city: '北京' } })).toEqual({
      type: 'ChangeData',
      fields: { customerId, changes: { name: '李芳', 'geographic.city': '北京' } },
    }));

  it('changes nothing if it says the same, or less', () => {
    expect(register({ phone: '1' })).toBeUndefined();
    expect(register({})).toBeUndefined();
  });
});

describe('an owner that is imported again', () => {
  const owner = { id: 'e-1', name: 'Ann' };
  const assign = (...past: readonly CustomerEvent[]) =>
    decider.updates!.AssignOwner!({ type: 'AssignOwner', customerId, owner }, after(...past));

  it('is assigned if it is another one', () => {
    const update = { type: 'AssignOwner', fields: { customerId, owner } };
    expect(assign()).toEqual(update);
    expect(assign(OwnerAssigned.event({ customerId, owner: { id: 'e-2', name: 'Bob' }, previous: null }))).toEqual(
      update,
    );
  });

  it('is left as it is if it is the same', () =>
    expect(assign(OwnerAssigned.event({ customerId, owner, previous: null }))).toBeUndefined());
});
