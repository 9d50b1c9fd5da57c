import {
  ComplaintBecameOverdue,
  ComplaintFiled,
  ComplaintPaused,
  ComplaintResolved,
  ComplaintResumed,
  ComplaintWithdrawn,
} from '@annals/contracts-complaints';
import { CustomerRegistered } from '@annals/contracts-customers';
import { DealOpened } from '@annals/contracts-deals';

export const complaintId = 'c-1';
export const ids = { complaintId, customerId: 'u-1' };
export const grievance = {
  channel: 'phone',
  category: 'billing',
  severity: 'high',
  subject: '账单有误',
  text: '电表读数不是我家的',
} as const;

export const registered = CustomerRegistered.event({
  customerId: 'u-1',
  profile: { kind: 'person', name: '王芳', roles: ['end-customer'] },
});

export const dealOf = (customerId: string) =>
  DealOpened.event({
    ...{ dealId: 'd-1', customerId, title: 'Tea', value: { amount: '1.00', currency: 'CNY' }, lines: [], owner: null },
    ...{ country: null, region: null, expectedCloseDate: null, attributes: {}, step: 'need-found' },
  });

const dueTimes = { dueAt: '2026-01-05T17:00:00.000Z', responseDueAt: '2026-01-05T13:00:00.000Z' };

/** On Monday, 5 January 2026 at 9:00, as the policy of these tests says. */
export const filed = ComplaintFiled.event({ ...ids, ...grievance, ...dueTimes });

/** An instant of that day. */
export const at = (time: string) => new Date(`2026-01-05T${time}Z`);

const resolution = { rootCause: 'meters swapped', remedy: 'refund' };
export const resolve = { type: 'ResolveComplaint', complaintId, ...resolution } as const;
export const resolved = (onTime: boolean) => ComplaintResolved.event({ ...ids, ...resolution, onTime });
export const paused = ComplaintPaused.event({ ...ids, reason: 'waiting for a photo' });
export const resumed = ComplaintResumed.event({
  ...ids,
  reason: null,
  minutes: 120,
  dueAt: '2026-01-05T19:00:00.000Z',
});
export const withdrawn = ComplaintWithdrawn.event({ ...ids, reason: 'found the cause' });
export const overdue = ComplaintBecameOverdue.event({
  ...ids,
  dueAt: '2026-01-05T17:00:00.000Z',
  tier: 1,
  assignee: null,
});
