import { Contract, type EventOf } from '@annals/event-sourcing';
import { attributes, day, decimal, id, label, money, note, personalText, staff } from '@annals/contracts-values';
import { z } from 'zod';

// Names and fields below are on disk: add a version, never edit one.

/** The eight steps, in order: 发现需求, 联系/样品, 合作意向, 议价, 业务往来, 售后, 回款, 定期维护. */
export const STEPS = [
  'need-found',
  'contact-and-sample',
  'intent',
  'negotiation',
  'trading',
  'after-sales',
  'collection',
  'maintenance',
] as const;
export const step = z.enum(STEPS);
export type Step = z.infer<typeof step>;

const fraction = z.string().regex(/^(0(\.\d{1,8})?|1(\.0{1,8})?)$/);

/** `discount` is a fraction, 0 to 1; `net` is quantity × unit price × (1 − discount), exact. */
export const dealLine = z.object({
  product: label,
  productId: id.optional(),
  category: label.optional(),
  quantity: decimal,
  unitPrice: decimal,
  discount: fraction,
  net: decimal,
});
export type DealLine = z.infer<typeof dealLine>;

/** What a deal is about; `value` is the sum of the lines where there are any. */
const terms = {
  title: note,
  value: money,
  lines: z.array(dealLine).max(1_000),
  owner: staff.nullable(),
  country: label.nullable(),
  region: label.nullable(),
  expectedCloseDate: day.nullable(),
  attributes,
};
export const dealTerms = z.object(terms);
export type DealTerms = z.infer<typeof dealTerms>;

const about = { dealId: id, customerId: id };

export const DealOpened = Contract.of('DealOpened').v1(z.object({ ...about, ...terms, step }));

/** `reason` is there when the deal goes back. */
export const DealAdvanced = Contract.of('DealAdvanced').v1(
  z.object({ ...about, from: step, to: step, reason: note.nullable() }),
);

/** `before` and `after` hold the same keys: those terms that differ. */
export const DealChanged = Contract.of('DealChanged').v1(
  z.object({ ...about, before: dealTerms.partial(), after: dealTerms.partial(), reason: note.nullable() }),
);

export const sample = z.object({ sampleId: id, product: label, quantity: decimal, note: personalText.optional() });

export const SampleSent = Contract.of('SampleSent').v1(z.object({ ...about, ...sample.shape }));

export const OUTCOMES = ['won', 'lost'] as const;
export const outcome = z.enum(OUTCOMES);
export type Outcome = z.infer<typeof outcome>;

/** Carries the terms as they were at the close, so that a report needs no other event. */
export const DealClosed = Contract.of('DealClosed').v1(
  z.object({
    ...about,
    ...terms,
    outcome,
    step,
    reason: note.nullable(),
    competitor: label.nullable(),
  }),
);

/**
 * Takes a close back: `outcome` and `value` are those of the close, `lines` is the number of its lines. The rest says
 * what is open again, at the step that the deal had reached.
 */
export const DealReopened = Contract.of('DealReopened').v1(
  z.object({
    ...about,
    reason: note,
    outcome,
    value: money,
    lines: z.number().int().min(0),
    step,
    title: note,
    owner: terms.owner,
    expectedCloseDate: terms.expectedCloseDate,
  }),
);

export const dealContracts = [DealOpened, DealAdvanced, DealChanged, SampleSent, DealClosed, DealReopened] as const;
export type DealEvent = EventOf<(typeof dealContracts)[number]>;
