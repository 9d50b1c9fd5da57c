import type { LifecycleThresholds } from '@annals/analytics';
import { ContactMade } from '@annals/contracts-contacts';
import {
  ConsentGiven,
  ConsentWithdrawn,
  CustomerDataChanged,
  CustomerLost,
  CustomerRegistered,
  NeedRecorded,
  OwnerAssigned,
} from '@annals/contracts-customers';
import { foldAsOf, project, type Event, type Moment, type RecordedEvent } from '@annals/event-sourcing';
import { recorded } from '@annals/testing';
import { customer360 } from './customer-360.js';

const thresholds: LifecycleThresholds = {
  mature: { wonDeals: 3, withinDays: 365, tenureMonths: 24 },
  declining: { silentDays: 180, unresolvedComplaints: 2 },
};
const view = customer360(thresholds);

const customerId = 'u-1';
const registered = CustomerRegistered.event({
  customerId,
  profile: { kind: 'person', name: 'Li Na', roles: ['prospect'], phone: '222' },
});
const changed = (field: string, before: string | null, after: string | null) =>
  CustomerDataChanged.event({
    customerId,
    changes: [{ field, before, after }],
    ...{ reason: 'called', source: null, effectiveDate: '2026-01-01' },
  });
const contact = (parts: object = {}) =>
  ContactMade.event({
    ...{ contactId: 't-1', customerId, channel: 'phone', direction: 'outbound', purpose: 'service', summary: 'Hello' },
    ...{ outcome: 'reached', response: 'none', contactedAt: '2026-01-03T00:00:00Z', contactedBy: { id: 'e-5' } },
    ...parts,
  });
const need = (needId: string, parts: object = {}) =>
  NeedRecorded.event({ customerId, needId, description: 'A quiet pump', duration: 'lasting', ...parts });
const byEmail = { customerId, channel: 'email', purpose: 'marketing' } as const;
const consented = ConsentGiven.event({ ...byEmail, expiresAt: '2027-01-01T00:00:00Z' });
const withdrawn = ConsentWithdrawn.event(byEmail);

const after = (...events: Event[]) => afterLog(recorded(events));
const afterLog = (log: readonly RecordedEvent[]) => project(view, log).get(customerId)!;
const on = (date: string, ...events: Event[]) => recorded(events, { occurredAt: `${date}T00:00:00.000Z` });

describe('the profile', () => {
  it('has the static facts, and what changed in them, newest first', () => {
    const page = after(registered, changed('phone', '222', '333'), changed('email', null, 'li@example.com'));
    expect(page).toMatchObject({
      registeredAt: '2026-01-01T00:00:00.000Z',
      profile: { name: 'Li Na', phone: '333', email: 'li@example.com' },
      changes: [
        { field: 'email', before: null, after: 'li@example.com', changedAt: '2026-01-03T00:00:00.000Z' },
        { field: 'phone', before: '222', after: '333', reason: 'called', source: null, effectiveDate: '2026-01-01' },
      ],
    });
  });

  it('keeps the latest twenty changes', () => {
    expect(after(...Array.from({ length: 30 }, () => changed('phone', '1', '2'))).changes).toHaveLength(20);
  });

  it('has the owner', () => {
    const owner = { id: 'e-5', name: 'Ann' };
    expect(after(registered, OwnerAssigned.event({ customerId, owner, previous: null })).owner).toEqual(owner);
  });

  it('has needs, each once, the latest first', () => {
    expect(after(need('n-1'), need('n-2', { product: 'pump', until: '2026-06-30' }), need('n-1')).needs).toEqual([
      ...[{ needId: 'n-1', product: null, until: null, recordedAt: '2026-01-03T00:00:00.000Z' }].map(asNeed),
      ...[{ needId: 'n-2', product: 'pump', until: '2026-06-30', recordedAt: '2026-01-02T00:00:00.000Z' }].map(asNeed),
    ]);
  });

  it('has the latest word on each channel and purpose', () => {
    const bySms = ConsentGiven.event({ ...byEmail, channel: 'sms' });
    const given = { purpose: 'marketing', given: true };
    expect(after(consented, bySms).consents).toMatchObject([
      { ...given, channel: 'sms', expiresAt: null },
      { ...given, channel: 'email', expiresAt: '2027-01-01T00:00:00Z', since: '2026-01-01T00:00:00.000Z' },
    ]);
    expect(after(consented, withdrawn).consents).toMatchObject([{ channel: 'email', given: false, expiresAt: null }]);
    const byPost = ConsentGiven.event({ ...byEmail, purpose: 'survey' });
    expect(after(consented, byPost).consents).toHaveLength(2);
  });
});

const asNeed = (need: object) => ({ description: 'A quiet pump', duration: 'lasting', endedAt: null, ...need });

it('has the lifecycle state with its rule', () => {
  const lost = CustomerLost.event({ customerId, reason: 'moved' });
  expect(after(registered, lost).lifecycle.change).toMatchObject({
    ...{ to: 'lost', rule: 'customer-lost', since: '2026-01-02T00:00:00.000Z' },
  });
});

describe('the latest events', () => {
  it('are at most twenty, by when they occurred', () => {
    const log = [...recorded(Array.from({ length: 25 }, () => contact())), ...on('2020-01-01', need('n-1'))];
    const { events } = afterLog(log);
    expect(events).toHaveLength(20);
    expect(events[0]).toMatchObject({ type: 'ContactMade', occurredAt: '2026-01-25T00:00:00.000Z', position: 25 });
    expect(events.map(({ type }) => type)).not.toContain('NeedRecorded');
  });

  it('have the later one of the log first when they occurred together', () => {
    const log = on('2026-01-01', registered, need('n-1'));
    expect(afterLog(log).events.map(({ position }) => position)).toEqual([2, 1]);
  });

  it('have a line that tells what it was', () => {
    expect(after(contact({ summary: 'Asked\n for a  quote' })).events[0]?.subject).toBe(
      'phone · outbound · service · Asked for a quote',
    );
    expect(after(need('n-1', { description: 'x'.repeat(500) })).events[0]?.subject).toHaveLength(160);
  });
});

it('tells what we knew from what was true', () => {
  const history = recorded([registered]);
  const late = { occurredAt: '2025-06-01T00:00:00.000Z', recordedAt: '2026-02-01T00:00:00.000Z', position: 2 };
  const all = [...history, ...recorded([changed('phone', null, '111')], late)];
  const phoneAsOf = (moment: Moment) => foldAsOf(view, all, moment).get(customerId)?.profile.phone;

  expect(phoneAsOf({ recordedAt: new Date('2025-12-31') })).toBeUndefined();
  expect(phoneAsOf({ occurredAt: new Date('2025-12-31') })).toBe('111');
  expect(phoneAsOf({ occurredAt: new Date('2026-12-31') })).toBe('222');
  expect(phoneAsOf({ position: 1 })).toBe('222');
  expect(phoneAsOf({ position: 2 })).toBe('111');
});
