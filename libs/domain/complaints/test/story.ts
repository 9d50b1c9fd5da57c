import { ComplaintFiled } from '@annals/contracts-complaints';
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
