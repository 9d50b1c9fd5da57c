import { severity, tier } from '@annals/contracts-complaints';
import { channel, id } from '@annals/contracts-values';
import { z } from 'zod';
import type { Dated } from './dated-content.js';
import type { ServiceTimes } from './service-times.js';

export const fact = z.strictObject({
  complaintId: id,
  customerId: id,
  filedAt: z.iso.datetime(),
  channel,
  category: z.string(),
  severity,
  product: z.string().nullable(),
  tier,
  status: z.enum(['open', 'resolved', 'withdrawn']),
  /** Of the resolution that holds; `null` while the complaint is open. */
  resolvedAt: z.iso.datetime().nullable(),
  /** False as soon as a due time passed, for good; `null` until it is decided. */
  onTime: z.boolean().nullable(),
  reopened: z.int(),
  respondedAt: z.iso.datetime().nullable(),
  respondedOnTime: z.boolean().nullable(),
  rootCause: z.string().nullable(),
  /** 1 to 5, the customer's last word; it stays when the complaint is reopened. */
  satisfaction: z.number().nullable(),
});

export type ComplaintFact = Readonly<Omit<z.infer<typeof fact>, 'onTime'>> &
  ServiceTimes &
  Dated & { readonly ratedAt: string | null };
