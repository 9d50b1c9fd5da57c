import {
  ConsentGiven,
  NeedClosed,
  ConsentWithdrawn,
  CustomerDataChanged,
  CustomerRegistered,
  NeedRecorded,
  OwnerAssigned,
} from '@annals/contracts-customers';
import { until, type Event, type Moment } from '@annals/event-sourcing';
import { partAfter, recorded } from '@annals/testing';
import { filePart } from './file-part.js';

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
const need = (needId: string, parts: object = {}) =>
  NeedRecorded.event({ customerId, needId, description: 'A quiet pump', duration: 'lasting', ...parts });
const byEmail = { customerId, channel: 'email', purpose: 'marketing' } as const;
const consented = ConsentGiven.event({ ...byEmail, expiresAt: '2027-01-01T00:00:00Z' });
const withdrawn = ConsentWithdrawn.event(byEmail);

const after = (...events: Event[]) => partAfter(filePart, recorded(events));
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

  it('says how a need was closed', () => {
    const closing = { outcome: 'fulfilled', reason: 'Delivered.' } as const;
    const closed = NeedClosed.event({ customerId, needId: 'n-1', ...closing });
    expect(after(need('n-1'), need('n-2'), closed).needs).toMatchObject([
      { needId: 'n-2', endedAt: null, closed: null },
      { needId: 'n-1', endedAt: '2026-01-03T00:00:00.000Z', closed: closing },
    ]);
  });

  it('keeps the words of contact persons and the customer apart', () => {
    const ofPerson = ConsentGiven.event({ ...byEmail, personId: 'u-1:p1' });
    const objected = ConsentWithdrawn.event({ ...byEmail, personId: 'u-1:p1' });
    expect(after(consented, ofPerson, objected).consents).toMatchObject([
      { personId: 'u-1:p1', given: false },
      { personId: null, given: true },
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

const asNeed = (need: object) => ({
  ...{ description: 'A quiet pump', duration: 'lasting', endedAt: null, closed: null },
  ...need,
});

it('tells what we knew from what was true', () => {
  const history = recorded([registered]);
  const late = { occurredAt: '2025-06-01T00:00:00.000Z', recordedAt: '2026-02-01T00:00:00.000Z', position: 2 };
  const all = [...history, ...recorded([changed('phone', null, '111')], late)];
  const phoneAsOf = (moment: Moment) => partAfter(filePart, until(all, moment)).profile.phone;

  expect(phoneAsOf({ recordedAt: new Date('2025-12-31') })).toBeUndefined();
  expect(phoneAsOf({ occurredAt: new Date('2025-12-31') })).toBe('111');
  expect(phoneAsOf({ occurredAt: new Date('2026-12-31') })).toBe('222');
  expect(phoneAsOf({ position: 1 })).toBe('222');
  expect(phoneAsOf({ position: 2 })).toBe('111');
});
