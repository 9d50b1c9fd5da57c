import { CustomerDataChanged, CustomerRegistered } from '@annals/contracts-customers';
import { fieldsOf, project } from '@annals/event-sourcing';
import { recorded } from '@annals/testing';
import { customerList } from './customer-list.js';
import type { ListedCustomer } from './listed-customer.js';
import { thresholds } from '../test/dated.js';

const view = customerList({ lifecycle: thresholds, calendar: { timeZone: 'UTC' }, phoneRegion: 'CN' });

const customerId = 'u-1';
const registered = (id: string, code?: string) =>
  CustomerRegistered.event({
    customerId: id,
    profile: { kind: 'organisation', name: 'Alfred', roles: ['partner'], ...(code !== undefined && { code }) },
  });
const changed = (id: string, code: string) =>
  CustomerDataChanged.event({
    customerId: id,
    changes: [{ field: 'code', before: null, after: code }],
    ...{ reason: null, source: null, effectiveDate: '2026-01-01' },
  });
const survivor = project(view, recorded([registered(customerId, 'ALFKI')])).get(customerId)!;

describe('in the customer list, what is said of a merged customer', () => {
  it('is found with what is said of the survivor, even if it comes first', () => {
    const beside = (document: ListedCustomer | null, code?: string) => {
      const [event] = recorded([registered('u-2', code)], { subject: customerId });
      return fieldsOf(view, view.aside!.CustomerRegistered!(document, event!, customerId)!);
    };
    expect(beside(null, 'ALFRED')).toMatchObject({ customer: customerId, mergedCode: ['alfred'] });
    expect(beside(survivor, 'ALFRED')).toMatchObject({ code: 'alfki', mergedCode: ['alfred'] });
    expect(beside(survivor)['mergedCode']).toEqual([]);
  });

  it('is found as it was said last, of each of several', () => {
    const said = [changed('u-2', 'ALFRED'), changed('u-3', 'FREDDY'), changed('u-2', 'ALFREDO')];
    const known = recorded(said, { subject: customerId }).reduce(
      (document, event) => view.aside!.CustomerDataChanged!(document, event, customerId)!,
      survivor,
    );
    expect(fieldsOf(view, known)['mergedCode']).toEqual(['freddy', 'alfredo']);
  });
});
