import { problems, type Words } from '@annals/event-sourcing';
import type { Move } from './complaint.state.js';

const STATUSES = {
  open: { en: 'open', zh: '处理中' },
  reopened: { en: 'reopened', zh: '重新受理' },
  resolved: { en: 'resolved', zh: '已解决' },
  withdrawn: { en: 'withdrawn', zh: '已撤回' },
};

const MOVES: Readonly<Record<Move, Words>> = {
  filing: { en: 'filing', zh: '登记' },
  reopening: { en: 'reopening', zh: '重新受理' },
  pause: { en: 'pause', zh: '暂停' },
  resumption: { en: 'resumption', zh: '恢复' },
  resolution: { en: 'resolution', zh: '解决' },
  withdrawal: { en: 'withdrawal', zh: '撤回' },
};

export const complaintProblems = problems({
  ComplaintUnknown: {
    kind: 'missing',
    title: { en: 'Complaint not found', zh: '投诉不存在' },
    detail: {
      en: 'There is no complaint {complaintId}. Check the id, or file the complaint first.',
      zh: '没有投诉 {complaintId}。请核对编号，或先登记该投诉。',
    },
    example: { complaintId: 'co-1' },
  },
  ComplaintAlreadyFiled: {
    kind: 'conflict',
    title: { en: 'Complaint already filed', zh: '投诉已登记' },
    detail: {
      en: 'Complaint {complaintId} is filed already, with other content. Send another id for another complaint.',
      zh: '投诉 {complaintId} 已登记，且内容不同。其他投诉请使用其他编号。',
    },
    example: { complaintId: 'co-1' },
  },
  ComplaintNotOpen: {
    kind: 'conflict',
    title: { en: 'Complaint not open', zh: '投诉不在处理中' },
    detail: {
      en: 'The complaint is {status}, and only an open complaint can be changed. If it is resolved, reopen it first.',
      zh: '该投诉状态为“{status}”，只有处理中的投诉可以操作。已解决的投诉请先重新受理。',
    },
    values: { status: STATUSES },
    example: { status: 'resolved' },
  },
  ComplaintNotResolved: {
    kind: 'conflict',
    title: { en: 'Complaint not resolved', zh: '投诉未解决' },
    detail: {
      en: 'The complaint is {status}. Resolve it first.',
      zh: '该投诉状态为“{status}”。请先解决该投诉。',
    },
    values: { status: STATUSES },
    example: { status: 'open' },
  },
  ComplaintAlreadyResolved: {
    kind: 'conflict',
    title: { en: 'Complaint already resolved', zh: '投诉已解决' },
    detail: {
      en: 'Complaint {complaintId} is resolved already, with another root cause or remedy. Reopen it to resolve it again.',
      zh: '投诉 {complaintId} 已解决，且根本原因或补救措施不同。如需重新解决，请先重新受理。',
    },
    example: { complaintId: 'co-1' },
  },
  ComplaintAlreadyEscalated: {
    kind: 'conflict',
    title: { en: 'Complaint already escalated', zh: '投诉已升级' },
    detail: {
      en: 'The complaint is at tier {to} already, and was escalated for another reason. Send a higher tier.',
      zh: '该投诉已在第 {to} 级，且升级原因不同。请发送更高的级别。',
    },
    example: { to: 2 },
  },
  ComplaintCannotStepDown: {
    kind: 'conflict',
    title: { en: 'Complaint cannot be moved down', zh: '投诉不可降级' },
    detail: {
      en: 'The complaint is at tier {from} and cannot be moved down to tier {to}. Send a higher tier.',
      zh: '该投诉处于第 {from} 级，升级到第 {to} 级会使其降级。请发送更高的级别。',
    },
    example: { from: 3, to: 2 },
  },
  ComplaintOccurredTooEarly: {
    kind: 'conflict',
    title: { en: 'Occurred before what it follows', zh: '发生时间早于其前提' },
    detail: {
      en: 'The {follows} of the complaint was at {since}, and this follows it. It cannot have occurred at {occurredAt}: send a later `occurredAt`.',
      zh: '该投诉的{follows}时间为 {since}，本操作在其之后，不可能发生于 {occurredAt}。请发送更晚的 `occurredAt`。',
    },
    values: { follows: MOVES },
    example: { follows: 'filing', since: '2026-01-05T09:00:00.000Z', occurredAt: '2026-01-04T09:00:00.000Z' },
  },
  DealOfAnotherCustomer: {
    kind: 'reference',
    title: { en: 'Not a deal of the customer', zh: '商机不属于该客户' },
    detail: {
      en: 'Customer {customerId} has no deal {dealId}. Check both ids.',
      zh: '客户 {customerId} 没有商机 {dealId}。请核对两个编号。',
    },
    example: { customerId: 'c-1001', dealId: 'd-3001' },
  },
});
