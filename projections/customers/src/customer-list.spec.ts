import { ContactMade } from '@annals/contracts-contacts';
import { CustomerDataChanged, CustomerLost, CustomerRegistered, OwnerAssigned } from '@annals/contracts-customers';
import { SampleSent } from '@annals/contracts-deals';
import { fieldsOf, project, type Event, type RecordedEvent } from '@annals/event-sourcing';
import { anyLogOf, projectionContract, recorded } from '@annals/testing';
import fc from 'fast-check';
import { customerList } from './customer-list.js';
import { rowOf } from './customer-row.js';
import { thresholds } from '../test/dated.js';

const view = customerList({ lifecycle: thresholds, calendar: { timeZone: 'UTC' }, phoneRegion: 'CN' });

const customerId = 'u-1';
const registered = CustomerRegistered.event({
  customerId,
  profile: {
    ...{ kind: 'organisation', name: 'Ａlfreds Futterkiste', code: 'ALFKI', roles: ['end-customer', 'partner'] },
    ...{ phone: '030-0074321', email: 'anders@example.com', region: 'west', industry: 'food' },
    addresses: [{ addressId: 'u-1:a1', kind: 'registered', city: 'Berlin', country: 'Germany' }],
  },
});
const changed = (field: string, after: string | null) =>
  CustomerDataChanged.event({
    customerId,
    changes: [{ field, before: null, after }],
    ...{ reason: null, source: null, effectiveDate: '2026-01-01' },
  });
const assigned = OwnerAssigned.event({ customerId, owner: { id: 'e-5', name: 'Ann' }, previous: null });
const contact = ContactMade.event({
  ...{ contactId: 't-1', customerId, channel: 'phone', direction: 'inbound', purpose: 'service', summary: '' },
  ...{ outcome: 'reached', response: 'neutral', contactedAt: '2026-01-03T00:00:00Z', contactedBy: { id: 'e-5' } },
});
const lost = CustomerLost.event({ customerId, reason: 'moved' });
const sample = SampleSent.event({ dealId: 'd-1', customerId, sampleId: 's-1', product: 'Chai', quantity: '1' });

const after = (events: readonly RecordedEvent[]) => project(view, events).get(customerId)!;

describe('customer list', () => {
  it('shows a customer on one line', () => {
    expect(rowOf(after(recorded([registered, assigned, contact])))).toEqual({
      ...{ customerId, kind: 'organisation', name: 'Ａlfreds Futterkiste', code: 'ALFKI' },
      ...{ roles: ['end-customer', 'partner'], phone: '030-0074321', email: 'anders@example.com' },
      ...{ region: 'west', country: 'Germany', city: 'Berlin', owner: { id: 'e-5', name: 'Ann' }, state: 'initial' },
      ...{ lastContactAt: '2026-01-03T00:00:00.000Z', registeredAt: '2026-01-01T00:00:00.000Z' },
      coming: [],
    });
  });

  it('keeps nothing that it does not show or look for', () => {
    const before = after(recorded([registered]));
    expect(before.profile).not.toHaveProperty('industry');
    const [event] = recorded([changed('industry', 'steel')]);
    const step = view.on.CustomerDataChanged;
    expect(step(before, event!, customerId)!.profile).toBe(before.profile);
  });

  it('keeps attributes that are short, and long ones as empty texts', () => {
    const long = 'x'.repeat(61);
    const before = after(recorded([registered, changed('attributes.erp', 'K-4711'), changed('attributes.note', long)]));
    expect(before.profile.attributes).toEqual({ erp: 'K-4711', note: '' });
    expect(fieldsOf(view, before)['terms']).toContain('k4711');
    const later = after(recorded([registered, changed('attributes.note', long), changed('attributes.note', 'short')]));
    expect(later.profile.attributes).toEqual({ note: 'short' });
  });

  it('is found by its code, however that is written', () => {
    expect(fieldsOf(view, after(recorded([registered])))).toMatchObject({ code: 'alfki' });
    expect(fieldsOf(view, after(recorded([registered, changed('code', null)])))).toMatchObject({ code: null });
  });

  it('begins with whatever comes first', () => {
    const [first, second] = recorded([sample, registered]);
    expect(rowOf(after([first!]))).toMatchObject({
      customerId,
      name: null,
      roles: [],
      country: null,
      state: 'initial',
    });
    expect(rowOf(after([first!, second!]))).toMatchObject({ name: 'Ａlfreds Futterkiste' });
  });

  it.each<[string, Event, object]>([
    ['a new name', changed('name', 'Alfreds'), { name: 'Alfreds' }],
    ['a value that is not known any more', changed('region', null), { region: null }],
    ['where it is', changed('geographic.city', 'Potsdam'), { city: 'Potsdam', country: 'Germany' }],
    ['its lifecycle state', lost, { state: 'lost' }],
  ])('follows %s', (_, event, row) => {
    expect(rowOf(after(recorded([registered, event])))).toMatchObject(row);
  });

  it('keeps the latest contact when an old one is loaded late', () => {
    const old = recorded([contact], { occurredAt: '2020-01-01T00:00:00.000Z' });
    expect(rowOf(after([...recorded([contact]), ...old])).lastContactAt).toBe('2026-01-01T00:00:00.000Z');
  });

  it('keeps the latest owner when an old one is loaded late', () => {
    const other = OwnerAssigned.event({ customerId, owner: { id: 'e-1' }, previous: null });
    const old = recorded([other], { occurredAt: '2020-01-01T00:00:00.000Z' });
    expect(rowOf(after([...recorded([registered, assigned]), ...old])).owner).toMatchObject({ id: 'e-5' });
  });

  it('is filtered, sorted and searched by its fields', () => {
    expect(fieldsOf(view, after(recorded([registered, assigned])))).toMatchObject({
      ...{ name: 'alfreds futterkiste', region: 'west', owner: 'e-5', state: 'initial', lastContactAt: null },
      ...{
        registeredAt: '2026-01-01T00:00:00.000Z',
        role: ['end-customer', 'partner'],
        phones: ['123470003', '12347000394'],
      },
      terms: expect.arrayContaining(['alfreds', 'alfki', 'anders', '4321']) as string[],
    });
    expect(fieldsOf(view, after(recorded([sample])))).toMatchObject({ name: null, region: null, owner: null });
  });

  it('carries the marks by which users reach a customer', () => {
    const scopes = (...events: Event[]) => fieldsOf(view, after(recorded(events, { actor: 'bob' })))['scopes'];
    const placed = [changed('department', 'key-accounts'), changed('region', null)];
    expect(scopes(registered)).toEqual(['owner:bob', 'region:west']);
    expect(fieldsOf(view, after(recorded([registered], { actor: 'bob' })))).toMatchObject({ owner: 'bob' });
    expect(scopes(registered, assigned)).toEqual(['owner:e-5', 'region:west']);
    expect(scopes(registered, assigned, ...placed)).toEqual(['owner:e-5', 'department:key-accounts']);
    expect(scopes(sample)).toEqual([]);
  });

  it('has an index for each filter with each order', () => {
    expect(view.indexes).toHaveLength(17);
    expect(view.indexes).toContainEqual(['customer']);
    expect(view.indexes).toContainEqual(['state', 'lastContactAt']);
  });

  const anyEvent = fc.constantFrom<Event>(
    ...[registered, assigned, contact, lost, sample, changed('name', 'B'), changed('geographic.city', null)],
  );
  projectionContract(view, anyLogOf(anyEvent));
});
