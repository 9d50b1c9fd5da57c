import { CustomerLost, CustomerRegistered } from '@annals/contracts-customers';
import { partAfter, recorded } from '@annals/testing';
import { customerList } from './customer-list.js';
import { lifecyclePart } from './lifecycle-part.js';
import { thresholds } from '../test/dated.js';

const part = lifecyclePart(customerList({ lifecycle: thresholds, calendar: { timeZone: 'UTC' }, phoneRegion: 'CN' }));

const customerId = 'u-1';
const registered = CustomerRegistered.event({
  customerId,
  profile: { kind: 'person', name: 'Li Na', roles: ['prospect'] },
});

it('has the lifecycle state with its rule', () => {
  const lost = CustomerLost.event({ customerId, reason: 'moved' });
  expect(partAfter(part, recorded([registered, lost])).lifecycle).toMatchObject({
    ...{ state: 'lost', from: 'initial', rule: 'customer-lost', since: '2026-01-02T00:00:00.000Z' },
  });
});

it('is nothing while nothing is known that says anything of it', () => {
  expect(partAfter(part, [])).toEqual({ lifecycle: null });
});
