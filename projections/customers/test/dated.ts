import {
  ConsentExpired,
  ConsentGiven,
  ConsentWithdrawn,
  CustomerDataChanged,
  CustomerRegistered,
  DataChangeTookEffect,
  NeedClosed,
  NeedEnded,
  NeedRecorded,
} from '@annals/contracts-customers';
import type { Event } from '@annals/event-sourcing';

export const customerId = 'u-1';

export const thresholds = {
  mature: { wonDeals: 3, withinDays: 365, tenureMonths: 24 },
  declining: { silentDays: 180, unresolvedComplaints: 2 },
};

const kept = (before: string | null, after: string | null) => [{ field: 'name', before, after }];
const why = { reason: 'merger', source: 'letter' };

export const registered = CustomerRegistered.event({
  customerId,
  profile: { kind: 'organisation', name: 'Old', roles: ['prospect'] },
});
export const renamed = (name: string, effectiveDate: string, number?: number) =>
  CustomerDataChanged.event({ customerId, changes: kept('Old', name), ...why, effectiveDate, number });
export const tookEffect = (name: string, effectiveDate: string, number: number) =>
  DataChangeTookEffect.event({ customerId, number, effectiveDate, changes: kept('Old', name) });

const byEmail = { customerId, channel: 'email', purpose: 'marketing' } as const;
export const consented = (expiresAt?: string, personId?: string) =>
  ConsentGiven.event({ ...byEmail, expiresAt, personId });
export const withdrawn = ConsentWithdrawn.event(byEmail);
export const expired = (expiresAt: string) => ConsentExpired.event({ ...byEmail, expiresAt });

export const needed = (needId: string, until?: string) =>
  NeedRecorded.event({ customerId, needId, description: 'Hire', duration: 'temporary', until });
export const closed = (needId: string) =>
  NeedClosed.event({ customerId, needId, outcome: 'fulfilled', reason: 'Delivered.' });
export const ended = (needId: string, until: string) => NeedEnded.event({ customerId, needId, until });

const expiresAt = '2028-01-01T00:00:00Z';

/** One of each kind that comes, ends or takes effect. */
export const dated: readonly Event[] = [
  ...[
    registered,
    renamed('At once', '2026-01-01'),
    renamed('Soon', '2026-07-01', 1),
    renamed('Later', '2030-01-01', 2),
  ],
  ...[tookEffect('Soon', '2026-07-01', 1), tookEffect('Later', '2030-01-01', 2)],
  ...[consented(), consented(expiresAt), withdrawn, expired(expiresAt)],
  ...[needed('n-1'), needed('n-2', '2026-09-30'), ended('n-2', '2026-09-30'), closed('n-2')],
];
