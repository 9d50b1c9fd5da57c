import { complaintContracts, complaintId, grievance, rating, resolution, tier } from '@annals/contracts-complaints';
import { assignee } from '@annals/contracts-complaints';
import { choice, customerId, field, instant } from '@annals/contracts-values';
import type { Immutable } from '@annals/event-sourcing';
import { z } from 'zod';

export const status = choice({ open: { en: 'Open', zh: '处理中' }, resolved: { en: 'Resolved', zh: '已解决' } });

const { channel, category, severity, subject, text, product, dealId } = grievance.shape;

const satisfaction = z.strictObject({
  score: rating.shape.score,
  comment: rating.shape.comment.unwrap().nullable(),
  at: instant,
});

/** A complaint as the API answers it. */
export const complaint = z.strictObject({
  ...{ complaintId, customerId, status, channel, category, severity, tier },
  assignee: assignee.nullable(),
  ...{ subject, text },
  product: product.unwrap().nullable(),
  dealId: dealId.unwrap().nullable(),
  filedAt: field(instant, { en: 'Filed', zh: '登记时间' }),
  openSince: field(instant, { en: 'Open since', zh: '受理起始时间' }),
  dueAt: field(instant, { en: 'Due', zh: '处理期限' }),
  resolvedAt: field(
    instant.nullable(),
    { en: 'Resolved', zh: '解决时间' },
    {
      description: {
        en: 'Time of the resolution that holds; `null` while the complaint is open.',
        zh: '现行解决方案的时间；投诉未解决时为 `null`。',
      },
    },
  ),
  onTime: field(z.boolean().nullable(), { en: 'On time', zh: '按时解决' }),
  rootCause: resolution.shape.rootCause.nullable(),
  remedy: resolution.shape.remedy.nullable(),
  satisfaction: field(
    satisfaction.nullable(),
    { en: 'Satisfaction', zh: '满意度' },
    {
      description: {
        en: 'The last rating; it stays when the complaint is reopened.',
        zh: '最近一次评价；重新受理后保留。',
      },
    },
  ),
  reopened: field(z.number().int(), { en: 'Times reopened', zh: '重新受理次数' }),
  lastChange: z.strictObject({
    type: z.enum(complaintContracts.map(({ type }) => type)),
    at: instant,
    actor: z.string(),
  }),
});

/** The stored document. */
export type Complaint = Immutable<z.output<typeof complaint>> & { readonly revision: number };
