import { customerId, field, id, label, note, ofCustomer, staff } from '@annals/contracts-values';
import { Contract, type EventOf } from '@annals/event-sourcing';
import { z } from 'zod';
import { quoteTerms } from './terms.js';

// Names and fields below are on disk: add a version, never edit one.

/** The stream of a quote. */
export const quoteStream = (quoteId: string): string => `quote-${quoteId}`;

const PREFIX = 'quote:';

/** The id of the order that an accepted quote becomes. */
export const orderOf = (quoteId: string): string => `${PREFIX}${quoteId}`;

export const quoteId = field(id.max(90), { en: 'Quote', zh: '报价单' }, { example: 'q-5001' }); // that of its order is longer
export const number = field(label, { en: 'Quote number', zh: '报价单号' }, { example: 'Q-2026-0042' });
export const dealId = field(id, { en: 'Deal', zh: '商机' }, { example: 'd-3001' });
export const version = field(z.int().min(1).max(1_000), { en: 'Version', zh: '版本' }, { example: 1 });
export const requestId = field(id, { en: 'Approval request', zh: '审批申请' }, { example: 'ar-1' });
export const reason = field(note, { en: 'Reason', zh: '原因' }, { example: 'The price was too high.' });
export const remark = field(note, { en: 'Remark', zh: '说明' }, { example: 'A new customer.' });
export const acceptedBy = field(
  note,
  { en: 'Accepted by', zh: '接受人' },
  { example: '王芳', description: { en: 'Who accepted it for the customer.', zh: '客户方的接受人。' } },
);
export const reference = field(
  z.string().min(1).max(200).meta(ofCustomer),
  { en: 'Reference', zh: '客户凭证号' },
  {
    example: 'PO-4711',
    description: { en: 'What the acceptance is known by, such as an order number.', zh: '接受凭证，例如采购订单号。' },
  },
);

/** The user who prepared, requested, decided or sent; `null` if that was not a user, as in imports. */
const by = (en: string, zh: string) => field(staff.nullable(), { en, zh }, { example: { id: 'li.na' } });
export const preparedBy = by('Prepared by', '编制人');
export const requestedBy = by('Requested by', '申请人');
export const decidedBy = by('Decided by', '审批人');
export const sentBy = by('Sent by', '发送人');

const about = { quoteId, customerId, dealId };
const { currency, totals, lines, validUntil } = quoteTerms.shape;
const value = { currency, totals };

export const QuoteDrafted = Contract.of('QuoteDrafted', { en: 'Quote drafted', zh: '报价单已起草' }).v1(
  z.object({ ...about, number: number.nullable(), version, ...quoteTerms.shape, preparedBy }),
);

/** All terms as they are now. A version that was sent stays as it is, and the revision is of the next one. */
export const QuoteRevised = Contract.of('QuoteRevised', { en: 'Quote revised', zh: '报价单已修订' }).v1(
  z.object({ ...about, number: number.nullable(), version, ...quoteTerms.shape, preparedBy }),
);

export const QuoteApprovalRequested = Contract.of('QuoteApprovalRequested', {
  en: 'Quote approval requested',
  zh: '报价单已提交审批',
}).v1(z.object({ ...about, version, requestId, requestedBy, remark: remark.nullable(), ...value }));

export const QuoteApproved = Contract.of('QuoteApproved', { en: 'Quote approved', zh: '报价单已批准' }).v1(
  z.object({ ...about, version, requestId, requestedBy, decidedBy, remark: remark.nullable(), ...value }),
);

export const QuoteApprovalRefused = Contract.of('QuoteApprovalRefused', {
  en: 'Quote approval refused',
  zh: '报价单审批未通过',
}).v1(z.object({ ...about, version, requestId, requestedBy, decidedBy, reason, ...value }));

export const QuoteSent = Contract.of('QuoteSent', { en: 'Quote sent', zh: '报价单已发送' }).v1(
  z.object({ ...about, version, sentBy, validUntil, ...value }),
);

/** Repeats what was accepted, so that an order follows from this event alone. */
export const QuoteAccepted = Contract.of('QuoteAccepted', { en: 'Quote accepted', zh: '报价单已接受' }).v1(
  z.object({
    ...{ ...about, number: number.nullable(), version, acceptedBy, reference: reference.nullable() },
    ...{ ...value, lines },
  }),
);

export const QuoteDeclined = Contract.of('QuoteDeclined', { en: 'Quote declined', zh: '报价单已被拒绝' }).v1(
  z.object({ ...about, version, reason, ...value }),
);

/** The quote is taken back for good. */
export const QuoteWithdrawn = Contract.of('QuoteWithdrawn', { en: 'Quote withdrawn', zh: '报价单已撤回' }).v1(
  z.object({ ...about, version, reason }),
);

/** The day after the last one on which it could be accepted has begun. */
export const QuoteExpired = Contract.of('QuoteExpired', { en: 'Quote expired', zh: '报价单已过期' }).v1(
  z.object({ ...about, version, validUntil, ...value }),
);

export const quoteContracts = [
  ...([QuoteDrafted, QuoteRevised, QuoteApprovalRequested, QuoteApproved, QuoteApprovalRefused] as const),
  ...([QuoteSent, QuoteAccepted, QuoteDeclined, QuoteWithdrawn, QuoteExpired] as const),
] as const;
export type QuoteEvent = EventOf<(typeof quoteContracts)[number]>;
