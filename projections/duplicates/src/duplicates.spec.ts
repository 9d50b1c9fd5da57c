import {
  CustomerDataChanged,
  CustomerRegistered,
  CustomerWithdrawn,
  DataChangeTookEffect,
} from '@annals/contracts-customers';
import { CustomersFoundDifferent } from '@annals/contracts-duplicates';
import { fieldsOf, project, type Event } from '@annals/event-sourcing';
import { anyLogOf, projectionContract, recorded } from '@annals/testing';
import fc from 'fast-check';
import { duplicateKeys, differentPairs, duplicateLines, isSettled } from './index.js';

const view = duplicateKeys({ phoneRegion: 'CN' });
const customerId = 'u-1';
const registered = CustomerRegistered.event({
  customerId,
  profile: {
    kind: 'organisation',
    name: '华为技术有限公司',
    roles: ['prospect'],
    phone: '0755-28780808',
    industry: 'it',
  },
});
const change = (field: string, after: string | null) => ({ field, before: null, after });
const why = { reason: null, source: null, effectiveDate: '2026-03-01' };
const changed = CustomerDataChanged.event({ customerId, changes: [change('phone', '021-61234567')], ...why });
const planned = CustomerDataChanged.event({
  customerId,
  changes: [change('email', 'a@huawei.com')],
  ...why,
  number: 1,
});
const tookEffect = DataChangeTookEffect.event({
  ...{ customerId, number: 1, effectiveDate: '2026-03-01', changes: [change('email', 'a@huawei.com')] },
});

const keysAfter = (...events: readonly Event[]) =>
  fieldsOf(view, project(view, recorded(events)).get(customerId)!)['keys'] as readonly string[];

describe('the keys of a customer', () => {
  it('are those of its name and its numbers', () =>
    expect(keysAfter(registered)).toEqual(['phone:8675528780808', 'name:华为', 'sound:huawei', 'begins:华为']));

  it('follow its data', () => {
    expect(keysAfter(registered, changed)).toContain('phone:862161234567');
    expect(keysAfter(registered, changed)).not.toContain('phone:8675528780808');
  });

  it('follow a change of a later day when it takes effect', () => {
    expect(keysAfter(registered, planned)).not.toContain('domain:huawei.com');
    expect(keysAfter(registered, planned, tookEffect)).toEqual(
      expect.arrayContaining(['mail:a@huawei.com', 'domain:huawei.com']),
    );
  });

  it('are none after its registration was taken back', () =>
    expect(project(view, recorded([registered, CustomerWithdrawn.event({ customerId })])).size).toBe(0));

  it('need no more of its file than is compared', () =>
    expect(JSON.stringify(project(view, recorded([registered])).get(customerId))).not.toContain('industry'));
});

const found = CustomersFoundDifferent.event({ customerId, otherId: 'u-2', reason: 'Twins', evidence: ['phone-same'] });

describe('a pair that was found different', () => {
  const pair = project(differentPairs, recorded([found])).get('u-1~u-2');

  it('is settled until something new speaks for one customer', () => {
    expect(isSettled(pair, ['phone-same'])).toBe(true);
    expect(isSettled(pair, [])).toBe(true);
    expect(isSettled(pair, ['phone-same', 'code-same'])).toBe(false);
    expect(isSettled(undefined, [])).toBe(false);
  });

  it('is one pair, whichever of the two is named first', () => {
    const turned = CustomersFoundDifferent.event({ ...found.data, customerId: 'u-2', otherId: customerId });
    expect([...project(differentPairs, recorded([found, turned])).keys()]).toEqual(['u-1~u-2']);
  });

  it('is shown with the reason, and without the other customer, who may be out of sight', () =>
    expect(duplicateLines.CustomersFoundDifferent?.(found.data)).toBe('≠ Twins'));
});

projectionContract(view, anyLogOf(fc.constantFrom<Event>(registered, changed, planned, tookEffect)));
projectionContract(differentPairs, anyLogOf(fc.constant<Event>(found)));
