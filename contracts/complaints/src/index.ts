import { Contract, type EventOf } from '@annals/event-sourcing';
import { channel, id, instant, label, note, personal, personalText, staff } from '@annals/contracts-values';
import { z } from 'zod';

// Names and fields below are on disk: add a version, never edit one.

export const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const;
export const severity = z.enum(SEVERITIES);
export type Severity = z.infer<typeof severity>;

/** 1 is the front line, 3 the management. */
export const TIERS = [1, 2, 3] as const;
export const tier = z.literal(TIERS);
export type Tier = z.infer<typeof tier>;

const about = { complaintId: id, customerId: id };

/** What somebody complains of; `product` and `dealId` if it is about one. */
export const grievance = z.object({
  channel,
  category: label,
  severity,
  subject: personal,
  text: personalText,
  product: label.optional(),
  dealId: id.optional(),
});
export type Grievance = z.infer<typeof grievance>;

export const ComplaintFiled = Contract.of('ComplaintFiled').v1(
  z.object({ ...about, ...grievance.shape, dueAt: instant }),
);

export const ComplaintAssigned = Contract.of('ComplaintAssigned').v1(
  z.object({ ...about, assignee: staff, previous: staff.nullable() }),
);

export const ComplaintEscalated = Contract.of('ComplaintEscalated').v1(
  z.object({ ...about, from: tier, to: tier, reason: note }),
);

export const resolution = z.object({ rootCause: label, remedy: personalText });

/** `onTime` tells whether it was resolved by its due time. */
export const ComplaintResolved = Contract.of('ComplaintResolved').v1(
  z.object({ ...about, ...resolution.shape, onTime: z.boolean() }),
);

/** Carries what is open again, so that a list of open complaints needs no other event; `dueAt` is the new due time. */
export const ComplaintReopened = Contract.of('ComplaintReopened').v1(
  z.object({
    ...about,
    reason: note,
    dueAt: instant,
    category: label,
    severity,
    subject: personal,
    tier,
    assignee: staff.nullable(),
  }),
);

/** `score` from 1, very dissatisfied, to 5, very satisfied. */
export const rating = z.object({ score: z.number().int().min(1).max(5), comment: personalText.optional() });
export type Rating = z.infer<typeof rating>;

export const SatisfactionRated = Contract.of('SatisfactionRated').v1(z.object({ ...about, ...rating.shape }));

export const complaintContracts = [
  ComplaintFiled,
  ComplaintAssigned,
  ComplaintEscalated,
  ComplaintResolved,
  ComplaintReopened,
  SatisfactionRated,
] as const;
export type ComplaintEvent = EventOf<(typeof complaintContracts)[number]>;
