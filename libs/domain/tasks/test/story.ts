import { ComplaintFiled } from '@annals/contracts-complaints';
import { CustomerRegistered } from '@annals/contracts-customers';
import { DealOpened } from '@annals/contracts-deals';
import { TaskAssigned, TaskCancelled, TaskCompleted, TaskPlanned, TaskReopened } from '@annals/contracts-tasks';

export const [taskId, customerId] = ['t-1', 'u-1'];
export const about = { taskId, customerId };
export const plan = { kind: 'call', subject: '回电', dueAt: '2026-01-08T09:00:00.000Z' } as const;
export const [anna, max] = [{ id: 'anna', name: 'Anna' }, { id: 'max' }];

export const registered = (id = customerId) =>
  CustomerRegistered.event({ customerId: id, profile: { kind: 'person', name: '王芳', roles: ['end-customer'] } });
export const dealOf = (owner: string) =>
  DealOpened.event({
    ...{ dealId: 'd-1', customerId: owner, title: 'Tea', value: { amount: '1.00', currency: 'CNY' }, lines: [] },
    ...{ owner: null, country: null, region: null, expectedCloseDate: null, attributes: {}, step: 'need-found' },
  });
export const complaintOf = (owner: string) =>
  ComplaintFiled.event({
    ...{ complaintId: 'c-1', customerId: owner, channel: 'phone', category: 'billing', severity: 'high' },
    ...{ subject: 'Late', text: 'Nobody came.', dueAt: '2026-01-07T09:00:00.000Z' },
  });

export const planned = TaskPlanned.event({ ...about, ...plan });
export const plannedFor = (records: object) => TaskPlanned.event({ ...planned.data, ...records });
export const assigned = (assignee: { id: string }, previous: { id: string } | null = null) =>
  TaskAssigned.event({ ...about, assignee, previous });
export const completed = TaskCompleted.event({ ...about, result: 'ordered' });
export const cancelled = TaskCancelled.event({ ...about, reason: 'called first' });
export const reopened = TaskReopened.event({ ...about, reason: 'nobody answered' });

export const planTask = { type: 'PlanTask', ...about, ...plan } as const;
export const assign = (assignee: { id: string }) => ({ type: 'AssignTask', taskId, assignee }) as const;
export const pass = (userId: string) => ({ type: 'PassTask', taskId, userId, to: max }) as const;
export const change = (changes: object) => ({ type: 'ChangeTask', taskId, ...changes }) as const;
export const complete = { type: 'CompleteTask', taskId, result: 'ordered' } as const;
export const cancel = { type: 'CancelTask', taskId, reason: 'called first' } as const;
export const reopen = { type: 'ReopenTask', taskId, reason: 'nobody answered' } as const;
