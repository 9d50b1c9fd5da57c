import { Contract, type EventOf } from '@annals/event-sourcing';
import { channel, choice, customerId, field, id, instant, label, note } from '@annals/contracts-values';
import { personal, personalText, staff } from '@annals/contracts-values';
import { z } from 'zod';

// Names and fields below are on disk: add a version, never edit one.

const severities = choice({
  low: { en: 'Low', zh: '低' },
  medium: { en: 'Medium', zh: '中' },
  high: { en: 'High', zh: '高' },
  critical: { en: 'Critical', zh: '紧急' },
});
export const SEVERITIES = severities.options;
export const severity = field(severities, { en: 'Severity', zh: '严重程度' }, { example: 'high' });
export type Severity = z.infer<typeof severity>;

/** 1 is the front line, 3 is the management. */
export const TIERS = [1, 2, 3] as const;
export const tier = field(z.literal(TIERS), { en: 'Tier', zh: '处理层级' }, { example: 2 });
export type Tier = z.infer<typeof tier>;

export const complaintId = field(id, { en: 'Complaint', zh: '投诉' }, { example: 'cp-2001' });
const about = { complaintId, customerId };

const category = field(label, { en: 'Category', zh: '类别' }, { example: 'billing' });
const subject = field(personal, { en: 'Subject', zh: '主题' }, { example: 'The bill is too high.' });
/** Why a complaint is escalated or reopened. */
export const reason = field(note, { en: 'Reason', zh: '原因' }, { example: 'No answer for two days.' });
const dueAt = field(instant, { en: 'Due', zh: '处理期限' }, { example: '2026-01-07T15:00:00.000Z' });
const previous = field(staff.nullable(), { en: 'Assigned before', zh: '原处理人' }, { example: null });

/** The employee who handles a complaint. */
export const assignee = field(staff, { en: 'Assigned to', zh: '处理人' }, { example: { id: 'li.na' } });

/** The content of a complaint. */
export const grievance = z.object({
  channel: field(channel, { en: 'Channel', zh: '渠道' }, { example: 'phone' }),
  category,
  severity,
  subject,
  text: field(personalText, { en: 'Description', zh: '描述' }, { example: 'The meter reading is not mine.' }),
  product: field(label, { en: 'Product', zh: '产品' }, { example: 'Electricity, household' }).optional(),
  dealId: field(id, { en: 'Deal', zh: '商机' }, { example: 'd-3001' }).optional(),
});
export type Grievance = z.infer<typeof grievance>;

export const ComplaintFiled = Contract.of('ComplaintFiled', { en: 'Complaint filed', zh: '投诉已登记' }).v1(
  z.object({ ...about, ...grievance.shape, dueAt }),
);

export const ComplaintAssigned = Contract.of('ComplaintAssigned', { en: 'Complaint assigned', zh: '投诉已指派' }).v1(
  z.object({ ...about, assignee, previous }),
);

export const ComplaintEscalated = Contract.of('ComplaintEscalated', { en: 'Complaint escalated', zh: '投诉已升级' }).v1(
  z.object({ ...about, from: tier, to: tier, reason }),
);

export const resolution = z.object({
  rootCause: field(label, { en: 'Root cause', zh: '根本原因' }, { example: 'Meters were swapped.' }),
  remedy: field(personalText, { en: 'Remedy', zh: '补救措施' }, { example: 'Refund of 120 CNY.' }),
});

/** `onTime`: resolved by its due time. */
export const ComplaintResolved = Contract.of('ComplaintResolved', { en: 'Complaint resolved', zh: '投诉已解决' }).v1(
  z.object({
    ...about,
    ...resolution.shape,
    onTime: field(z.boolean(), { en: 'On time', zh: '按时解决' }, { example: true }),
  }),
);

/** Repeats the content of the complaint, so that a list of open complaints needs no other event; `dueAt` is the new due time. */
export const ComplaintReopened = Contract.of('ComplaintReopened', {
  en: 'Complaint reopened',
  zh: '投诉已重新受理',
}).v1(
  z.object({
    ...about,
    reason,
    dueAt,
    category,
    severity,
    subject,
    tier,
    assignee: assignee.nullable(),
  }),
);

/** `score` from 1, very dissatisfied, to 5, very satisfied. */
export const rating = z.object({
  score: field(z.number().int().min(1).max(5), { en: 'Score', zh: '评分' }, { example: 4 }),
  comment: field(personalText, { en: 'Comment', zh: '评语' }, { example: 'Quick and friendly.' }).optional(),
});
export type Rating = z.infer<typeof rating>;

export const SatisfactionRated = Contract.of('SatisfactionRated', { en: 'Satisfaction rated', zh: '满意度已评价' }).v1(
  z.object({ ...about, ...rating.shape }),
);

export const complaintContracts = [
  ComplaintFiled,
  ComplaintAssigned,
  ComplaintEscalated,
  ComplaintResolved,
  ComplaintReopened,
  SatisfactionRated,
] as const;
export type ComplaintEvent = EventOf<(typeof complaintContracts)[number]>;
