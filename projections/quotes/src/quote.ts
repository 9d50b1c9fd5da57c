import {
  acceptedBy,
  dealId,
  decidedBy,
  number,
  preparedBy,
  quoteId,
  quoteStatus,
  quoteTerms,
  reason,
  reference,
  remark,
  requestedBy,
  requestId,
  sentBy,
  version,
  type Progress,
} from '@annals/contracts-quotes';
import { choice, customerId, decimal, field, instant } from '@annals/contracts-values';
import type { Immutable } from '@annals/event-sourcing';
import { z } from 'zod';

export const status = field(quoteStatus, { en: 'Status', zh: '状态' }, { example: 'sent' });

const at = (en: string, zh: string) => field(instant.nullable(), { en, zh });
const preparedAt = field(instant, { en: 'Prepared', zh: '编制时间' });
const sentAt = at('Sent', '发送时间');

const approval = z.strictObject({
  ...{ requestId, requestedBy, requestedAt: field(instant, { en: 'Requested', zh: '申请时间' }) },
  status: field(
    choice({
      requested: { en: 'Requested', zh: '待审批' },
      approved: { en: 'Approved', zh: '已批准' },
      refused: { en: 'Refused', zh: '未通过' },
    }),
    { en: 'Status of the approval', zh: '审批状态' },
    { example: 'requested' },
  ),
  decidedBy,
  decidedAt: at('Decided', '审批时间'),
  remark: remark.nullable(),
  answer: field(
    remark.nullable(),
    { en: 'Answer', zh: '审批意见' },
    {
      example: 'Only for this order.',
      description: {
        en: 'What was said with the decision, such as the reason of a refusal.',
        zh: '审批时的说明，例如未通过的原因。',
      },
    },
  ),
});

const { totals, validUntil, currency } = quoteTerms.shape;

/** A discount against list prices, in percent. */
export const discountPercent = field(
  decimal,
  { en: 'Discount in percent', zh: '折扣（%）' },
  {
    example: '5.00',
    description: {
      en: 'What the net value is below the value at list prices, in percent of that.',
      zh: '不含税金额低于目录价合计的百分比。',
    },
  },
);

const end = {
  endedAt: field(
    instant.nullable(),
    { en: 'Ended', zh: '结束时间' },
    {
      description: {
        en: 'When it was accepted, declined, withdrawn or expired.',
        zh: '接受、拒绝、撤回或过期的时间。',
      },
    },
  ),
  acceptedBy: acceptedBy.nullable(),
  reference: reference.nullable(),
  reason: field(
    reason.nullable(),
    { en: 'Reason', zh: '原因' },
    { description: { en: 'Why it was declined or withdrawn.', zh: '拒绝或撤回的原因。' } },
  ),
};

/** A version in a few words: what it says in full has its own address. */
const versionShown = z.strictObject({
  ...{ version, status, currency, totals, validUntil, preparedBy, preparedAt, sentAt, sentBy, ...end },
  superseded: field(
    z.boolean(),
    { en: 'Superseded', zh: '已被取代' },
    { description: { en: 'Whether a later version was sent.', zh: '是否已发送更新的版本。' } },
  ),
});

/** A quote as the API answers it: what its last version says, and all versions with their totals. */
export const quote = z.strictObject({
  ...{ quoteId, customerId, dealId, number: number.nullable(), status, version },
  ...quoteTerms.shape,
  ...{ discountPercent, preparedBy, preparedAt, sentAt, ...end },
  draftedAt: field(instant, { en: 'Drafted', zh: '起草时间' }),
  approval: field(
    approval.nullable(),
    { en: 'Approval', zh: '审批' },
    { description: { en: 'The last request for the approval of this version.', zh: '该版本最近一次审批申请。' } },
  ),
  acceptedVersion: field(version.nullable(), { en: 'Accepted version', zh: '已接受的版本' }, { example: 1 }),
  versions: field(z.array(versionShown), { en: 'Versions', zh: '版本' }),
});

/** A version as it is printed: all that it says, whatever came after it. */
export const quoteVersion = z.strictObject({
  versionId: field(z.string(), { en: 'Version of a quote', zh: '报价单版本' }, { example: 'q-5001:v1' }),
  ...{ quoteId, customerId, dealId, number: number.nullable(), version },
  ...quoteTerms.shape,
  ...{ discountPercent, preparedBy, preparedAt, sentAt, sentBy },
});

/** A version in the document. */
export type Version = Progress &
  Immutable<Pick<z.output<typeof versionShown>, 'currency' | 'totals' | 'validUntil' | 'preparedBy' | 'preparedAt'>>;

type Answer = Immutable<z.output<typeof quote>>;

/** The stored document: the terms of the last version, and what has become of all. */
export type QuoteDocument = Pick<Answer, 'quoteId' | 'customerId' | 'dealId' | 'number' | 'draftedAt'> &
  Immutable<z.output<typeof quoteTerms>> & {
    readonly versions: readonly Version[];
    readonly revision: number;
  };
export type QuoteVersionDocument = Immutable<Omit<z.output<typeof quoteVersion>, 'discountPercent'>> & {
  readonly revision: number;
};
