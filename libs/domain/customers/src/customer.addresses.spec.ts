import { daysIn } from '@annals/analytics';
import { CustomerDataChanged, CustomerRegistered, type JsonValue } from '@annals/contracts-customers';
import { scenarios } from '@annals/testing';
import { customer } from './customer.decider.js';

const given = scenarios(customer(daysIn('UTC')));
const customerId = 'u-1';
const registered = CustomerRegistered.event({
  customerId,
  profile: { kind: 'organisation', name: '华东电力', roles: ['end-customer'] },
});
const billing = { addressId: 'u-1:1', kind: 'billing', city: 'Shanghai' };
const changed = (before: JsonValue, after: JsonValue) =>
  CustomerDataChanged.event({
    ...{ customerId, changes: [{ field: 'addresses', before, after }] },
    ...{ reason: null, source: null, effectiveDate: '2026-01-05' },
  });
const place = { customerId, addressId: '1' } as const;

it('adds an address', () =>
  given(registered)
    .when({ type: 'AddAddress', ...place, kind: 'billing', city: 'Shanghai' })
    .then(changed(null, [billing])));

it('changes only the fields that are given', () =>
  given(registered, changed(null, [billing]))
    .when({ type: 'ChangeAddress', ...place, kind: 'delivery' })
    .then(changed([billing], [{ ...billing, kind: 'delivery' }])));

it('removes what is null', () =>
  given(registered, changed(null, [billing]))
    .when({ type: 'ChangeAddress', ...place, city: null })
    .then(changed([billing], [{ addressId: 'u-1:1', kind: 'billing' }])));

it('removes an address', () =>
  given(registered, changed(null, [billing]))
    .when({ type: 'RemoveAddress', ...place })
    .then(changed([billing], null)));
