import { CustomerRegistered, OwnerAssigned } from '@annals/contracts-customers';
import { DealClosed, DealOpened } from '@annals/contracts-deals';
import { ComplaintAssigned, ComplaintFiled } from '@annals/contracts-complaints';
import {
  DepartmentOpened,
  ORGANISATION,
  RegionOpened,
  RolesGranted,
  UserAdded,
  UserPlaced,
  type Placement,
} from '@annals/contracts-organisation';
import { LeadCaptured, LEADS } from '@annals/contracts-leads';
import { TaskPlanned } from '@annals/contracts-tasks';
import type { Role } from '@annals/contracts-values';
import type { Event } from '@annals/event-sourcing';
import type { Caller } from '@annals/http';
import type { Told } from './desk.js';

export const caller = (id: string, ...roles: string[]): Caller => ({ id, name: id, roles });

const about = (subject: string, event: Event): Told => ({ ...event, ...{ subject } });

export const hire = (
  userId: string,
  roles: Role | readonly Role[],
  placement: Partial<Placement> = {},
): readonly Told[] => {
  const nowhere = { departmentId: null, teamId: null, positionId: null, regionIds: [] };
  return [
    UserAdded.event({ userId, name: userId, displayName: userId }),
    UserPlaced.event({ userId, ...nowhere, ...placement, previous: null }),
    RolesGranted.event({ userId, before: [], after: [roles].flat() }),
  ].map((event) => about(ORGANISATION, event));
};

/** Ann and Bob sell in one team and Cid in none, Max leads their department, Sue serves the east with Shanghai. */
export const staff: readonly Told[] = [
  about(ORGANISATION, DepartmentOpened.event({ departmentId: 'sales', name: 'Sales', parentId: null })),
  about(ORGANISATION, RegionOpened.event({ regionId: 'east', name: 'East', parentId: null })),
  about(ORGANISATION, RegionOpened.event({ regionId: 'shanghai', name: 'Shanghai', parentId: 'east' })),
  ...hire('ann', 'sales', { departmentId: 'sales', teamId: 't-1' }),
  ...hire('bob', 'sales', { departmentId: 'sales', teamId: 't-1' }),
  ...hire('cid', 'sales', { departmentId: 'sales' }),
  ...hire('max', 'manager', { departmentId: 'sales' }),
  ...hire('sue', 'service', { regionIds: ['east'] }),
  ...hire('aud', 'auditor'),
  ...hire('lea', 'analyst'),
];

export const own = (customerId: string, owner: string) =>
  about(customerId, OwnerAssigned.event({ customerId, owner: { id: owner }, previous: null }));

export const customer = (customerId: string, name: string, parts: object = {}) =>
  about(
    customerId,
    CustomerRegistered.event({
      customerId,
      profile: { kind: 'organisation', name, roles: ['end-customer'], ...parts },
    }),
  );

const terms = (dealId: string, customerId: string, owner: string | null, amount: string) => ({
  ...{ dealId, customerId, title: dealId, value: { amount, currency: 'EUR' }, lines: [] },
  ...{ country: null, region: null, expectedCloseDate: null, attributes: {} },
  owner: owner === null ? null : { id: owner },
});

export const deal = (dealId: string, customerId: string, owner: string | null, amount = '10') =>
  about(customerId, DealOpened.event({ ...terms(dealId, customerId, owner, amount), step: 'need-found' }));

export const won = (dealId: string, customerId: string, owner: string | null, amount = '10') => {
  const close = { step: 'trading', outcome: 'won', reason: null, competitor: null } as const;
  return about(customerId, DealClosed.event({ ...terms(dealId, customerId, owner, amount), ...close }));
};

export const complaint = (complaintId: string, customerId: string, assignee?: string): readonly Told[] => [
  about(
    customerId,
    ComplaintFiled.event({
      ...{ complaintId, customerId, channel: 'web', category: 'delivery', severity: 'low', subject: 'Late', text: '' },
      dueAt: '2026-02-01T00:00:00.000Z',
    }),
  ),
  ...(assignee === undefined
    ? []
    : [
        about(
          customerId,
          ComplaintAssigned.event({ complaintId, customerId, assignee: { id: assignee }, previous: null }),
        ),
      ]),
];

/** An open task that a user has. */
export const task = (taskId: string, customerId: string, assignee: string): Told =>
  about(
    customerId,
    TaskPlanned.event({
      ...{ taskId, customerId, kind: 'call', subject: 'Call back', dueAt: '2026-02-01T00:00:00.000Z' },
      assignee: { id: assignee },
    }),
  );

/** An open lead that a user has. */
export const lead = (leadId: string, owner: string): Told =>
  about(LEADS, LeadCaptured.event({ leadId, source: 'phone', name: 'Lead', owner: { id: owner } }));
