import {
  CustomerDataChanged,
  CustomerRegistered,
  DataChangeTookEffect,
  OwnerAssigned,
} from '@annals/contracts-customers';
import { fieldsOf, project, type Event } from '@annals/event-sourcing';
import { anyLogOf, projectionContract, recorded } from '@annals/testing';
import fc from 'fast-check';
import { customerPlaces } from './customer-places.js';

const customerId = 'u-1';
const registered = CustomerRegistered.event({
  customerId,
  profile: { kind: 'person', name: 'P', roles: ['prospect'], region: 'west' },
});
const assigned = OwnerAssigned.event({ customerId, owner: { id: 'e-5', name: 'Ann' }, previous: null });
const change = (field: string, after: string | null) => ({ field, before: null, after });
const why = { reason: null, source: null, effectiveDate: '2026-03-01' };
const changed = (...changes: ReturnType<typeof change>[]) => CustomerDataChanged.event({ customerId, changes, ...why });
const planned = CustomerDataChanged.event({ customerId, changes: [change('region', 'east')], ...why, number: 1 });
const tookEffect = DataChangeTookEffect.event({
  ...{ customerId, number: 1, effectiveDate: '2026-03-01', changes: [change('region', 'east')] },
});

const scopesAfter = (...events: readonly Event[]) => {
  const place = project(customerPlaces, recorded(events, { actor: 'bob' })).get(customerId);
  return place && fieldsOf(customerPlaces, place)['scopes'];
};

describe('where a customer belongs', () => {
  it('is nowhere before it is registered', () => {
    expect(scopesAfter()).toBeUndefined();
    expect(scopesAfter(assigned, changed(change('region', 'east')))).toBeUndefined();
  });

  it('is with the user who registered it, until an owner is assigned', () => {
    expect(scopesAfter(registered)).toEqual(['owner:bob', 'region:west']);
    expect(scopesAfter(registered, assigned)).toEqual(['owner:e-5', 'region:west']);
  });

  it('follows its region and its department', () => {
    const moved = changed(change('department', 'key-accounts'), change('region', null), change('phone', '1'));
    expect(scopesAfter(registered, moved)).toEqual(['owner:bob', 'department:key-accounts']);
  });

  it('follows a change of a later day when it takes effect', () => {
    expect(scopesAfter(registered, planned)).toEqual(['owner:bob', 'region:west']);
    expect(scopesAfter(registered, planned, tookEffect)).toEqual(['owner:bob', 'region:east']);
  });
});

const anyEvent = fc.constantFrom<Event>(registered, assigned, planned, tookEffect, changed(change('region', null)));
projectionContract(customerPlaces, anyLogOf(anyEvent));
