import { channel, customerId, field, id, instant, label, note } from '@annals/contracts-values';
import { personal, personalText, severity as severities, staff } from '@annals/contracts-values';
import { z } from 'zod';

// On disk as parts of events: add a version, never edit one.

export const SEVERITIES = severities.options;
export const severity = field(severities, { en: 'Severity', zh: '严重程度' }, { example: 'high' });
export type Severity = z.infer<typeof severity>;

/** 1 is the front line, 3 is the management. */
export const TIERS = [1, 2, 3] as const;
export const tier = field(z.literal(TIERS), { en: 'Tier', zh: '处理层级' }, { example: 2 });
export type Tier = z.infer<typeof tier>;

export const complaintId = field(id, { en: 'Complaint', zh: '投诉' }, { example: 'cp-2001' });
export const about = { complaintId, customerId };

const category = field(label, { en: 'Category', zh: '类别' }, { example: 'billing' });
const subject = field(personal, { en: 'Subject', zh: '主题' }, { example: 'The bill is too high.' });
/** Why a complaint is escalated, paused, withdrawn or reopened. */
export const reason = field(note, { en: 'Reason', zh: '原因' }, { example: 'No answer for two days.' });
export const dueAt = field(instant, { en: 'Due', zh: '处理期限' }, { example: '2026-01-07T15:00:00.000Z' });
export const previous = field(staff.nullable(), { en: 'Assigned before', zh: '原处理人' }, { example: null });

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

const { product, dealId, ...required } = grievance.shape;

/** What can be corrected; `null` removes a product or a deal. */
export const correction = z
  .strictObject({ ...required, product: product.unwrap().nullable(), dealId: dealId.unwrap().nullable() })
  .partial();
export type Correction = z.infer<typeof correction>;
