import { LIFECYCLE_STATES, LIFECYCLE_TYPES, type LifecycleThresholds } from '@annals/analytics';
import { orderContracts } from '@annals/contracts-accounts';
import { ComplaintFiled, complaintContracts } from '@annals/contracts-complaints';
import { contactContracts } from '@annals/contracts-contacts';
import {
  customerContracts,
  CustomerDataChanged,
  CustomerFellSilent,
  CustomerLost,
  CustomerRegistered,
  CustomerWithdrawn,
  CustomerWonBack,
} from '@annals/contracts-customers';
import { DealClosed, dealContracts, DealWithdrawn } from '@annals/contracts-deals';
import { fieldsOf, project, typesOf, type Event, type RecordedEvent } from '@annals/event-sourcing';
import { anyLogOf, projectionContract, recorded } from '@annals/testing';
import fc from 'fast-check';
import { customerList } from './customer-list.js';
import type { ListedCustomer } from './listed-customer.js';

const thresholds: LifecycleThresholds = {
  mature: { wonDeals: 2, withinDays: 365, tenureMonths: 24 },
  declining: { silentDays: 180, unresolvedComplaints: 1 },
};
const view = customerList({ lifecycle: thresholds, calendar: { timeZone: 'UTC' }, phoneRegion: 'CN' });

const customerId = 'u-1';
const profile = { kind: 'person', name: 'Li Na', roles: ['end-customer'] } as const;
const registeredIn = (region?: string) =>
  CustomerRegistered.event({ customerId, profile: { ...profile, roles: ['end-customer'], region } });
const registered = registeredIn('north');
const changed = (field: string, after: string | null) =>
  CustomerDataChanged.event({
    customerId,
    changes: [{ field, before: null, after }],
    ...{ reason: null, source: null, effectiveDate: '2026-01-01' },
  });
const terms = { title: 'Pump', value: { amount: '10', currency: 'EUR' }, lines: [], owner: null, country: null };
const won = (dealId: string) =>
  DealClosed.event({
    ...{ dealId, customerId, ...terms, region: null, expectedCloseDate: null, attributes: {} },
    ...{ outcome: 'won', step: 'trading', reason: null, competitor: null },
  });
const lost = CustomerLost.event({ customerId, reason: 'moved' });
const wonBack = CustomerWonBack.event({ customerId, reason: 'offer' });
const silent = CustomerFellSilent.event({ customerId, lastActivityAt: '2026-01-01T00:00:00.000Z', silentDays: 180 });
const complaint = { channel: 'web', category: 'late', severity: 'low', subject: 'Late', text: '' } as const;
const filed = ComplaintFiled.event({ complaintId: 'c-1', customerId, ...complaint, dueAt: '2026-01-07T09:00:00Z' });

const after = (events: readonly RecordedEvent[]) => project(view, events).get(customerId)!;
const on = (date: string, ...events: Event[]) => recorded(events, { occurredAt: `${date}T00:00:00.000Z` });
const movesAfter = (...log: RecordedEvent[]) => fieldsOf(view, after(log))['moves'];

it('a withdrawn customer has no lifecycle, and a withdrawn deal is not won', () => {
  const after = (...events: readonly Event[]) => project(view, recorded(events)).get(customerId);
  const withdrawn = DealWithdrawn.event({ customerId, dealId: 'd-1', lines: 0 });
  const known = after(registered, won('d-1'), withdrawn);
  expect(known?.lifecycle.facts.won).toEqual([]);
  expect(after(registered, CustomerWithdrawn.event({ customerId }), withdrawn)).toBeUndefined();
});

describe('lifecycle of a customer', () => {
  it('keeps every change in the order in which it was learnt', () => {
    const document = after(recorded([registered, won('a'), lost]));
    expect(document.history.map(({ from, to }) => [from, to])).toEqual([
      [null, 'initial'],
      ['initial', 'developing'],
      ['developing', 'lost'],
    ]);
    expect(document.lifecycle.change).toBe(document.history.at(-1));
  });

  it('tells when silence is due, and of which last activity', () => {
    expect(after(recorded([registered, won('a')]))).toMatchObject({
      ...{ customerId, lastActivityAt: '2026-01-02T00:00:00.000Z', dueAt: '2026-07-01T00:00:00.000Z' },
    });
  });

  it('keeps no more than a hundred changes', () => {
    const log = recorded(Array.from({ length: 70 }, () => [lost, wonBack]).flat());
    expect(after(log).history).toHaveLength(100);
  });

  it.each<[string, Event[], string | null]>([
    ['that of the registration', [registered], 'north'],
    ['that of the latest change', [registered, changed('region', 'south')], 'south'],
    ['none after it was taken back', [registered, changed('region', null)], null],
    ['as before when other data change', [registered, changed('phone', '555'), won('a')], 'north'],
    ['none without one', [registeredIn(), changed('phone', '555')], null],
  ])('knows the region: %s', (_, events, region) => {
    expect(fieldsOf(view, after(recorded(events)))).toMatchObject({ region });
  });

  it('counts a customer into a state and out of it in the month in which it moved', () => {
    expect(movesAfter(...on('2024-01-10', registered), ...on('2024-03-01', won('a')))).toEqual([
      '2024-01|initial|in',
      '2024-03|initial|out',
      '2024-03|developing|in',
    ]);
  });

  it('counts what came and went within a month once', () => {
    expect(movesAfter(...on('2024-01-10', registered), ...on('2024-01-20', lost))).toEqual(['2024-01|lost|in']);
  });

  it('does not count a state that was left and taken up again within a month', () => {
    const log = [...on('2024-01-10', won('a')), ...on('2024-02-02', lost), ...on('2024-02-20', wonBack)];
    expect(movesAfter(...log)).toEqual(['2024-01|developing|in']);
  });

  it('counts old facts in their own month when they are loaded after the registration', () => {
    expect(movesAfter(...on('2026-01-10', registered), ...on('1996-07-16', won('a')))).toEqual([
      '1996-07|developing|in',
    ]);
  });

  it('depends on types of events that there are', () => {
    const contracts = [...customerContracts, ...contactContracts, ...dealContracts, ...complaintContracts];
    const types = [...contracts, ...orderContracts].map(({ type }): string => type);
    expect(LIFECYCLE_TYPES.filter((type) => !types.includes(type))).toEqual([]);
    expect(typesOf(view)).toEqual([...LIFECYCLE_TYPES, 'OwnerAssigned', 'CustomerWithdrawn']);
  });

  const anyEvent = fc.constantFrom<Event>(
    ...[registered, won('a'), won('b'), lost, wonBack, silent, filed, changed('region', 'south')],
  );
  projectionContract(view, anyLogOf(anyEvent));

  const anyMonth = fc.integer({ min: 0, max: 20 }).map((month) => new Date(Date.UTC(2024, month, 15)).toISOString());
  const anyLog = fc
    .array(fc.tuple(anyEvent, anyMonth), { minLength: 1, maxLength: 20 })
    .map((told) => told.flatMap(([event, occurredAt]) => recorded([event], { occurredAt })));

  const added = (document: ListedCustomer, upTo: string, state: string) =>
    (fieldsOf(view, document)['moves'] as string[])
      .map((move) => move.split('|'))
      .filter(([month, of]) => month! <= upTo && of === state)
      .reduce((total, [, , direction]) => total + (direction === 'in' ? 1 : -1), 0);

  it('has moves that add up to one state in every month, and to the present one in the end', () =>
    fc.assert(
      fc.property(anyLog, fc.integer({ min: 0, max: 21 }), (log, month) => {
        const document = after(log);
        const upTo = new Date(Date.UTC(2024, month)).toISOString().slice(0, 7);
        const counts = LIFECYCLE_STATES.map((state) => added(document, upTo, state));
        expect([...counts].toSorted()).toEqual([0, 0, 0, 0, document.months[0]!.month <= upTo ? 1 : 0]);
        expect(added(document, '9999-12', document.lifecycle.change.to)).toBe(1);
      }),
    ));
});
