import { daysIn } from '@annals/analytics';
import type { ProfileChanges } from '@annals/contracts-customers';
import { fieldsOf, project, type RecordedEvent } from '@annals/event-sourcing';
import { customerList, customerPlaces, filePart, rowOf } from '@annals/projections-customers';
import { datedLog, partAfter, type Dated as DatedOf } from '@annals/testing';
import { customer, type CustomerCommand } from '../src/customer.decider.js';

export const rules = customer(daysIn('Asia/Shanghai'));
export const customerId = 'u-1';

export type Dated = DatedOf<CustomerCommand>;

export const register = (occurredAt: string, profile: object = {}): Dated => ({
  occurredAt,
  command: {
    ...{ type: 'RegisterCustomer', customerId, kind: 'organisation', name: 'Acme', roles: ['prospect'] },
    ...profile,
  },
});
export const change = (occurredAt: string, changes: ProfileChanges, effectiveDate?: string): Dated => ({
  occurredAt,
  command: { type: 'ChangeData', customerId, changes, occurredAt, ...(effectiveDate && { effectiveDate }) },
});
export const assign = (occurredAt: string, id: string): Dated => ({
  occurredAt,
  command: { type: 'AssignOwner', customerId, owner: { id }, occurredAt },
});

export const preferring = (occurredAt: string, language: string): Dated => ({
  occurredAt,
  command: { type: 'SetContactPreference', customerId, doNotContact: false, language, occurredAt },
});
const about = (channel: 'email' | 'sms') => ({ customerId, channel, purpose: 'marketing' }) as const;
export const consent = (occurredAt: string, channel: 'email' | 'sms', expiresAt?: string): Dated => ({
  occurredAt,
  command: { type: 'GiveConsent', ...about(channel), occurredAt, ...(expiresAt && { expiresAt }) },
});
export const withdraw = (occurredAt: string, channel: 'email' | 'sms'): Dated => ({
  occurredAt,
  command: { type: 'WithdrawConsent', ...about(channel), occurredAt },
});

export const logAfter = (...commands: readonly Dated[]) => datedLog(rules, commands);

export const pageOf = (log: readonly RecordedEvent[]) => partAfter(filePart, log, { customerId });
export const list = customerList({
  lifecycle: {
    mature: { wonDeals: 3, withinDays: 365, tenureMonths: 24 },
    declining: { silentDays: 180, unresolvedComplaints: 2 },
  },
  calendar: { timeZone: 'UTC' },
  phoneRegion: 'CN',
});

/** What is shown and searched, apart from what the values were before each change. */
export const truthOf = (log: readonly RecordedEvent[]) => {
  const { changes, ...page } = pageOf(log);
  const listed = project(list, log).get(customerId)!;
  return {
    page: { ...page, changes: changes.map(({ before: _, ...change }) => change) },
    row: rowOf(listed),
    found: fieldsOf(list, listed),
    place: fieldsOf(customerPlaces, project(customerPlaces, log).get(customerId)!),
  };
};

export const in2010 = '2010-01-01T00:00:00.000Z';
export const in2012 = '2012-06-01T08:00:00.000Z';
export const in2015 = '2015-03-01T08:00:00.000Z';
