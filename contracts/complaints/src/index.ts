import { Contract, type EventOf } from '@annals/event-sourcing';
import { field, instant, label, personalText } from '@annals/contracts-values';
import { z } from 'zod';
import { about, assignee, dueAt, grievance, previous, reason, severity, tier } from './fields.js';
import { handlingContracts } from './handling.js';

export {
  assignee,
  complaintId,
  correction,
  dueAt,
  grievance,
  reason,
  SEVERITIES,
  severity,
  tier,
  TIERS,
} from './fields.js';
export type { Correction, Grievance, Severity, Tier } from './fields.js';
export * from './handling.js';

// Names and fields below are on disk: add a version, never edit one.

export const ComplaintFiled = Contract.of('ComplaintFiled', { en: 'Complaint filed', zh: '投诉已登记' })
  .v1(z.object({ ...about, ...grievance.shape, dueAt }))
  .next(
    z.object({
      ...about,
      ...grievance.shape,
      dueAt,
      responseDueAt: field(
        instant,
        { en: 'First response due', zh: '首次响应期限' },
        { example: '2026-01-05T13:00:00.000Z' },
      ).optional(),
    }),
    (filed) => filed,
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
    category: grievance.shape.category,
    severity,
    subject: grievance.shape.subject,
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

/** The stream of a complaint. */
export const complaintStream = (complaintId: string): string => `complaint-${complaintId}`;

export const complaintContracts = [
  ComplaintFiled,
  ComplaintAssigned,
  ComplaintEscalated,
  ComplaintResolved,
  ComplaintReopened,
  SatisfactionRated,
  ...handlingContracts,
] as const;
export type ComplaintEvent = EventOf<(typeof complaintContracts)[number]>;
