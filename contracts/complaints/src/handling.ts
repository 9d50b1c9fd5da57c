import { channel, field, id, personalText } from '@annals/contracts-values';
import { Contract, type EventOf } from '@annals/event-sourcing';
import { z } from 'zod';
import { about, assignee, correction, dueAt, reason, tier } from './fields.js';

// Names and fields below are on disk: add a version, never edit one.

/** The first answer to the customer. */
export const response = z.object({
  channel: field(channel, { en: 'Channel', zh: '渠道' }, { example: 'phone' }),
  note: field(personalText, { en: 'Note', zh: '备注' }, { example: 'We check the meter tomorrow.' }).optional(),
});
export type Response = z.infer<typeof response>;

/** `onTime`: given by its due time; `null` for a complaint that was filed without one. */
export const FirstResponseGiven = Contract.of('FirstResponseGiven', {
  en: 'First response given',
  zh: '首次响应已给出',
}).v1(
  z.object({
    ...about,
    ...response.shape,
    onTime: field(z.boolean().nullable(), { en: 'On time', zh: '按时响应' }, { example: true }),
  }),
);

/** The time to resolve the complaint stands still while the company waits for the customer. */
export const ComplaintPaused = Contract.of('ComplaintPaused', { en: 'Complaint paused', zh: '投诉已暂停' }).v1(
  z.object({ ...about, reason }),
);

/** `minutes` is the business time of the pause, by which `dueAt` is later than before. */
export const ComplaintResumed = Contract.of('ComplaintResumed', { en: 'Complaint resumed', zh: '投诉已恢复' }).v1(
  z.object({
    ...about,
    reason: reason.nullable(),
    minutes: field(z.number().min(0), { en: 'Minutes of business time', zh: '营业分钟数' }, { example: 90 }),
    dueAt,
  }),
);

export const comment = z.object({
  commentId: field(id, { en: 'Comment', zh: '备注编号' }, { example: 'cm-1' }),
  text: field(personalText, { en: 'Text', zh: '内容' }, { example: 'The meter is checked on Monday.' }),
});
export type Comment = z.infer<typeof comment>;

export const ComplaintCommented = Contract.of('ComplaintCommented', {
  en: 'Complaint commented',
  zh: '投诉已添加备注',
}).v1(z.object({ ...about, ...comment.shape }));

/** `before` and `after` have the same keys: what changed. `dueAt` follows from the severity. */
export const ComplaintChanged = Contract.of('ComplaintChanged', { en: 'Complaint changed', zh: '投诉内容已更正' }).v1(
  z.object({ ...about, before: correction, after: correction, reason: reason.nullable(), dueAt }),
);

/** The due time passed while the complaint was open; `dueAt` is that time. A breach stays one. */
export const ComplaintBecameOverdue = Contract.of('ComplaintBecameOverdue', {
  en: 'Complaint became overdue',
  zh: '投诉已超期',
}).v1(z.object({ ...about, dueAt, tier, assignee: assignee.nullable() }));

/** The customer no longer complains; there is nothing to resolve. */
export const ComplaintWithdrawn = Contract.of('ComplaintWithdrawn', {
  en: 'Complaint withdrawn',
  zh: '投诉已撤回',
}).v1(z.object({ ...about, reason }));

/** What happens to a complaint between its filing and its resolution. */
export const handlingContracts = [
  FirstResponseGiven,
  ComplaintPaused,
  ComplaintResumed,
  ComplaintCommented,
  ComplaintChanged,
  ComplaintBecameOverdue,
  ComplaintWithdrawn,
] as const;

/** Of these, what says nothing about the relation with the customer. */
export type HandlingEvent = Exclude<EventOf<(typeof handlingContracts)[number]>, { type: 'ComplaintWithdrawn' }>;
