import { daysIn } from '@annals/analytics';
import {
  CustomerDataChanged,
  CustomerRegistered,
  type CustomerProfile,
  type ProfileChanges,
} from '@annals/contracts-customers';
import { scenarios } from '@annals/testing';
import { customer } from './customer.decider.js';

const given = scenarios(customer(daysIn('UTC')));
const customerId = 'u-1';
const firm: CustomerProfile = { kind: 'organisation', name: '华东电力', roles: ['end-customer'] };
const [ann, bob] = [{ name: 'Ann' }, { name: 'Bob', phone: '1' }];
const known = (...numbers: readonly number[]) =>
  [ann, bob].map((each, index) => ({ personId: `u-1:p${numbers[index]!}`, ...each }));

const registered = CustomerRegistered.event({
  customerId,
  profile: { ...firm, contactPersons: known(1, 2) },
});
const register = { type: 'RegisterCustomer', customerId, ...firm } as const;
const change = (changes: ProfileChanges) => ({ type: 'ChangeData', customerId, changes }) as const;
const persons = (before: typeof people | null, after: typeof people | null) =>
  CustomerDataChanged.event({
    customerId,
    changes: [{ field: 'contactPersons', persons: { before, after } }],
    ...{ reason: null, source: null, effectiveDate: '2026-01-05' },
  });
const people = known(1, 2);

describe('contact persons', () => {
  it('get ids when a customer is registered without them', () =>
    given()
      .when({ ...register, contactPersons: [ann, bob] })
      .then(registered));
  it('keep the ids of the caller, within the customer', () =>
    given()
      .when({ ...register, contactPersons: [{ personId: 'crm-7', ...ann }] })
      .then(
        CustomerRegistered.event({
          customerId,
          profile: { ...firm, contactPersons: [{ personId: 'u-1:crm-7', ...ann }] },
        }),
      ));
  it.each([
    ['without ids', [ann, bob]],
    ['with ids', people],
  ])('are the same when the registration is repeated %s, even after changes', (_, contactPersons) =>
    given(registered, persons(people, null))
      .when({ ...register, contactPersons })
      .thenNothing(),
  );

  it.each([
    ['without ids', [ann, bob]],
    ['with ids', people],
  ])('are the same when they are sent again %s', (_, contactPersons) =>
    given(registered).when(change({ contactPersons })).thenNothing(),
  );
  it('keep their ids when their data change', () => {
    const after = [people[0]!, { ...people[1]!, phone: '2' }];
    given(registered)
      .when(change({ contactPersons: [ann, { name: 'Bob', phone: '2' }] }))
      .then(persons(people, after));
    given(registered)
      .when(change({ contactPersons: [people[0]!, { personId: 'p2', name: 'Robert', phone: '2' }] }))
      .then(persons(people, [people[0]!, { ...after[1]!, name: 'Robert' }]));
  });
  it('never get the id of another person, even of a removed one', () =>
    given(registered, persons(people, [people[0]!]))
      .when(change({ contactPersons: [ann, { name: 'Cid' }] }))
      .then(persons([people[0]!], [people[0]!, { personId: 'u-1:p3', name: 'Cid' }])));
  it('may not be listed twice', () =>
    given(registered)
      .when(change({ contactPersons: [people[0]!, { personId: 'p1', name: 'Cid' }] }))
      .thenRejected('PartNamedTwice', { part: 'u-1:p1' }));
  it('can all be removed', () =>
    given(registered)
      .when(change({ contactPersons: null }))
      .then(persons(people, null)));
});

describe('addresses', () => {
  const address = { kind: 'home', city: 'Berlin' } as const;
  const changed = (city: string) =>
    CustomerDataChanged.event({
      customerId,
      changes: [
        {
          field: 'addresses',
          before: [{ addressId: 'u-1:a1', ...address }],
          after: [{ addressId: 'u-1:a1', kind: 'home', city }],
        },
      ],
      ...{ reason: null, source: null, effectiveDate: '2026-01-05' },
    });

  it('keep their ids when the address changes', () => {
    const at = CustomerRegistered.event({
      customerId,
      profile: { ...firm, addresses: [{ addressId: 'u-1:a1', ...address }] },
    });
    given()
      .when({ ...register, addresses: [address] })
      .then(at);
    given(at)
      .when(change({ addresses: [{ kind: 'home', city: 'Köln' }] }))
      .then(changed('Köln'));
    given(at, changed('Köln'))
      .when(change({ addresses: [{ kind: 'home', city: 'Köln' }] }))
      .thenNothing();
  });
});
