import { fieldsOf, project, type Event } from '@annals/event-sourcing';
import { anyLogOf, projectionContract, recorded } from '@annals/testing';
import fc from 'fast-check';
import { customerId, dated, registered, renamed, thresholds, tookEffect } from '../test/dated.js';
import { customerList } from './customer-list.js';
import { rowOf } from './customer-row.js';

const view = customerList({ lifecycle: thresholds, calendar: { timeZone: 'UTC' }, phoneRegion: 'CN' });
const after = (...events: Event[]) => project(view, recorded(events)).get(customerId)!;

describe('a change that takes effect later', () => {
  const known = [registered, renamed('Later', '2030-01-01', 1), renamed('Soon', '2026-07-01', 2)];

  it('is shown as coming by its fields, the next one first', () => {
    expect(rowOf(after(...known))).toMatchObject({
      name: 'Old',
      coming: [
        { number: 2, effectiveDate: '2026-07-01', fields: ['name'] },
        { number: 1, effectiveDate: '2030-01-01', fields: ['name'] },
      ],
    });
    expect(fieldsOf(view, after(...known))).toMatchObject({ name: 'old', terms: ['old'] });
  });

  it('is what the customer is found by from its day on', () => {
    const customer = after(...known, tookEffect('Soon', '2026-07-01', 2));
    expect(rowOf(customer)).toMatchObject({ name: 'Soon', coming: [{ number: 1 }] });
    expect(fieldsOf(view, customer)).toMatchObject({ name: 'soon', terms: ['soon'] });
  });

  projectionContract(view, anyLogOf(fc.constantFrom(...dated)));
});
