import { assignee, comment, complaintContracts, complaintId, grievance } from '@annals/contracts-complaints';
import { rating, resolution, tier } from '@annals/contracts-complaints';
import { choice, customerId, field, instant } from '@annals/contracts-values';
import type { Immutable } from '@annals/event-sourcing';
import { z } from 'zod';
import type { Dated } from './dated-content.js';
import type { ServiceTimes } from './service-times.js';

export const status = choice({
  open: { en: 'Open', zh: '处理中' },
  resolved: { en: 'Resolved', zh: '已解决' },
  withdrawn: { en: 'Withdrawn', zh: '已撤回' },
});

const orNull = instant.nullable();
const yesNo = z.boolean().nullable();

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
  withdrawnAt: field(orNull, { en: 'Withdrawn', zh: '撤回时间' }),
  onTime: field(
    yesNo,
    { en: 'On time', zh: '按时解决' },
    {
      description: {
        en: 'False as soon as a due time passed, for good; `null` until it is decided.',
        zh: '超过处理期限后即为否，且不再改变；未定时为 `null`。',
      },
    },
  ),
  overdueSince: field(
    orNull,
    { en: 'Overdue since', zh: '超期起始时间' },
    {
      description: {
        en: 'The due time that passed since it was filed or reopened.',
        zh: '登记或重新受理后超过的处理期限。',
      },
    },
  ),
  pausedSince: field(orNull, { en: 'Paused since', zh: '暂停起始时间' }),
  responseDueAt: field(orNull, { en: 'First response due', zh: '首次响应期限' }),
  respondedAt: field(
    orNull,
    { en: 'First response', zh: '首次响应时间' },
    {
      description: {
        en: 'Without a recorded response, the time of the first resolution.',
        zh: '未记录响应时，为首次解决的时间。',
      },
    },
  ),
  respondedOnTime: field(yesNo, { en: 'Responded on time', zh: '按时响应' }),
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
  comments: field(
    z.array(z.strictObject({ ...comment.shape, at: instant, actor: z.string() })),
    { en: 'Comments', zh: '备注' },
    { description: { en: 'The newest 20.', zh: '最近 20 条。' } },
  ),
  lastChange: z.strictObject({
    type: z.enum(complaintContracts.map(({ type }) => type)),
    at: instant,
    actor: z.string(),
  }),
});

/** The stored document. */
export type Complaint = Immutable<z.output<typeof complaint>> &
  ServiceTimes &
  Dated & {
    /** When it becomes overdue; `null` while no time runs, and once that is noted. */
    readonly runsOutAt: string | null;
    readonly revision: number;
  };
