import { daysIn } from '@annals/analytics';
import {
  ConsentGiven,
  ConsentWithdrawn,
  CustomerDataChanged,
  CustomerRegistered,
  DataChangeTookEffect,
  type CustomerEvent,
  type CustomerProfile,
} from '@annals/contracts-customers';
import { scenarios } from '@annals/testing';
import { customer } from './customer.decider.js';

const given = scenarios(customer(daysIn('UTC')));
const customerId = 'u-1';
const firm: CustomerProfile = { kind: 'organisation', name: '华东电力', roles: ['end-customer'] };
type Persons = NonNullable<CustomerProfile['contactPersons']>;

const ann = { personId: 'u-1:ann', name: 'Ann', primary: true };
const bob = { personId: 'u-1:bob', name: 'Bob', phone: '1' };
const registered = CustomerRegistered.event({ customerId, profile: { ...firm, contactPersons: [ann] } });
const notes = { reason: null, source: null, effectiveDate: '2026-01-05' };
const changed = (before: Persons | null, after: Persons | null, said: object = {}) =>
  CustomerDataChanged.event({
    ...{ customerId, changes: [{ field: 'contactPersons', persons: { before, after } }], ...notes },
    ...said,
  });
const added = changed([ann], [ann, bob]);
const removed = changed([ann, bob], [ann]);
const add = { type: 'AddContactPerson', customerId, personId: 'bob', name: 'Bob', phone: '1' } as const;
const change = (personId: string, fields: { readonly title?: string | null; readonly phone?: string | null }) =>
  ({ type: 'ChangeContactPerson', customerId, personId, ...fields }) as const;
const remove = (personId: string) => ({ type: 'RemoveContactPerson', customerId, personId }) as const;

it('two editors do not overwrite the contact persons of each other', () => {
  given(registered).when(add).then(added);
  given(registered, added)
    .when(change('ann', { title: 'CEO' }))
    .then(changed([ann, bob], [{ ...ann, title: 'CEO' }, bob]));
});

describe('adding a contact person', () => {
  it('is silent when repeated', () => given(registered, added).when(add).thenNothing());
  it('is refused with other content', () =>
    given(registered, added)
      .when({ ...add, phone: '2' })
      .thenRejected('PartAlreadyAdded', { field: 'contactPersons', part: 'u-1:bob' }));
  it('is refused for another reason', () =>
    given(registered, added)
      .when({ ...add, reason: 'other' })
      .thenRejected('PartAlreadyAdded'));
  it('never uses the id of a removed one again', () =>
    given(registered, added, removed).when(add).thenRejected('PartAlreadyAdded'));
  it('is refused before the customer is registered', () => given().when(add).thenRejected('CustomerNotRegistered'));
  it('has a maximum', () => {
    const many = Array.from({ length: 200 }, (_, nth) => ({ personId: `u-1:p${nth + 1}`, name: 'Ann' }));
    given(CustomerRegistered.event({ customerId, profile: { ...firm, contactPersons: many } }))
      .when(add)
      .thenRejected('TooManyParts', { field: 'contactPersons', most: 200 });
  });
  it('leaves one main contact', () =>
    given(registered)
      .when({ ...add, primary: true })
      .then(
        changed(
          [ann],
          [
            { personId: ann.personId, name: 'Ann' },
            { ...bob, primary: true },
          ],
        ),
      ));
});

describe('changing a contact person', () => {
  it('removes what is null', () =>
    given(registered, added)
      .when(change('u-1:bob', { phone: null }))
      .then(changed([ann, bob], [ann, { personId: bob.personId, name: 'Bob' }])));
  it('is silent when repeated', () =>
    given(registered, added)
      .when(change('bob', { phone: '1', title: null }))
      .thenNothing());
  it('is refused for another reason', () =>
    given(registered, added)
      .when({ ...change('bob', { phone: '1' }), reason: 'other' })
      .thenRejected('PartAlreadyChanged', { part: 'u-1:bob' }));
  it('is refused for one that there is not', () =>
    given(registered)
      .when(change('bob', {}))
      .thenRejected('PartUnknown', { field: 'contactPersons', part: 'u-1:bob' }));
});

describe('removing a contact person', () => {
  it('leaves the others', () => given(registered, added).when(remove('bob')).then(removed));
  it('removes the list with the last one', () =>
    given(registered)
      .when(remove('ann'))
      .then(changed([ann], null)));
  it('is silent when repeated', () => given(registered, added, removed).when(remove('bob')).thenNothing());
  it('is refused for another reason', () =>
    given(registered, added, removed)
      .when({ ...remove('bob'), reason: 'other' })
      .thenRejected('PartUnknown'));
  it('is refused for one that there never was', () =>
    given(registered).when(remove('bob')).thenRejected('PartUnknown'));
});

describe('the consents of a removed contact person', () => {
  const kind = { channel: 'email', purpose: 'marketing' } as const;
  const consents: readonly CustomerEvent[] = [
    ConsentGiven.event({ customerId, ...kind }),
    ConsentGiven.event({ customerId, ...kind, personId: ann.personId }),
    ConsentGiven.event({ customerId, ...kind, personId: bob.personId }),
    ConsentWithdrawn.event({ customerId, ...kind, channel: 'phone', personId: bob.personId }),
  ];
  const withdrawn = ConsentWithdrawn.event({ customerId, ...kind, personId: bob.personId });

  it('are withdrawn', () =>
    given(registered, added, ...consents)
      .when(remove('bob'))
      .then(removed, withdrawn));
  it('are withdrawn when the whole list is replaced', () =>
    given(registered, added, ...consents)
      .when({ type: 'ChangeData', customerId, changes: { contactPersons: [ann] } })
      .then(removed, withdrawn));
  it('are withdrawn when a change of the list takes effect', () => {
    const later = { effectiveDate: '2026-02-01', number: 1 };
    given(registered, added, ...consents, changed([ann, bob], [ann], later))
      .when({ type: 'ApplyDataChange', customerId, number: 1 })
      .then(DataChangeTookEffect.event({ customerId, ...later, changes: removed.data.changes }), withdrawn);
  });
});

it('is refused if the list has changed since it occurred', () =>
  given(registered, { ...added, occurredAt: '2026-01-05T10:00:00.000Z' })
    .when(change('ann', { title: 'CEO' }))
    .thenRejected('PartsChangedLater', { field: 'contactPersons' }));

it('may be done while another field changes later', () => {
  const phone = { changes: [{ field: 'phone', before: null, after: '1' }], effectiveDate: '2026-02-01', number: 1 };
  given(registered, changed([ann], [bob], phone))
    .when(add)
    .then(added);
});

it('is refused while a pending change replaces the whole list', () =>
  given(registered, changed([ann], [bob], { effectiveDate: '2026-02-01', number: 1 }))
    .when(add)
    .thenRejected('PartsChangeLater', { field: 'contactPersons', day: '2026-02-01' }));
