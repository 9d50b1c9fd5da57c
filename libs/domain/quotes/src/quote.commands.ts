import { command } from '@annals/command-bus';
import * as contracts from '@annals/contracts-quotes';
import { customerId, givenCurrency, namesUser } from '@annals/contracts-values';
import { byCaller } from './by-caller.js';

const needs = 'quotes.write';
const about = 'quoteId';

const { quoteId, dealId, number, version, givenQuoteLines, terms: all } = contracts;
const { title, discount, taxRegion, validUntil, paymentTerms, recipient, notes, owner } = all;

const preparedBy = byCaller(contracts.preparedBy);
const sentBy = byCaller(contracts.sentBy);

/** The terms of a quote in commands. */
const terms = {
  title: title.optional(),
  currency: givenCurrency.optional(),
  lines: givenQuoteLines.optional(),
  discount: discount.optional(),
  taxRegion: taxRegion.optional(),
  paymentTerms: paymentTerms.optional(),
  recipient: recipient.optional(),
  notes: notes.optional(),
  owner: namesUser(owner).optional(),
};

export class DraftQuote extends command(
  'DraftQuote',
  { quoteId, customerId, dealId, number: number.optional(), validUntil, ...terms, preparedBy: preparedBy.field },
  {
    post: 'quotes',
    summary: { en: 'Draft a quote for a deal', zh: '为商机起草报价单' },
    description: {
      en: 'Title, currency, lines and owner are those of the deal by default. Lines keep list price, unit price and discount apart; each is rounded to the currency, and so are the discount on the whole and the tax of each tax class, halves away from zero.',
      zh: '标题、币种、明细和负责人默认取自商机。明细分别保存目录价、单价和折扣；每行金额、整单折扣以及各税种税额均按币种四舍五入。',
    },
    needs,
    about: 'customerId',
    creates: 'quoteId',
    sets: { preparedBy: preparedBy.of },
  },
) {}

export class ReviseQuote extends command(
  'ReviseQuote',
  { quoteId, validUntil: validUntil.optional(), ...terms, preparedBy: preparedBy.field },
  {
    post: 'quotes/:quoteId/revise',
    summary: { en: 'Revise a quote', zh: '修订报价单' },
    description: {
      en: 'Only the given fields change; `null` clears an optional field; `lines` are replaced as a whole. A version that was sent stays as it is, and a new one begins. An approval ends with the revision.',
      zh: '只变更给出的字段；`null` 清空可为空的字段；`lines` 整体替换。已发送的版本保持不变，并产生新版本。修订后须重新审批。',
    },
    needs,
    about,
    sets: { preparedBy: preparedBy.of },
  },
) {}

export class SendQuote extends command(
  'SendQuote',
  { quoteId, version: version.optional(), sentBy: sentBy.field },
  {
    post: 'quotes/:quoteId/send',
    summary: { en: 'Record that a quote was sent to the customer', zh: '登记报价单已发送给客户' },
    description: {
      en: 'Of the last version, which stays as it is from then on. `version` makes sure that it is the one that was read.',
      zh: '发送最新版本，此后该版本不再变更。`version` 用于确认所发送的版本。',
    },
    needs,
    about,
    sets: { sentBy: sentBy.of },
  },
) {}

export class AcceptQuote extends command(
  'AcceptQuote',
  { quoteId, version: version.optional(), acceptedBy: contracts.acceptedBy, reference: contracts.reference.optional() },
  {
    post: 'quotes/:quoteId/accept',
    summary: { en: 'Record that the customer accepted a quote', zh: '登记客户接受报价' },
    description: {
      en: 'Of the version that the customer had at that time, on its last day of validity at the latest. What was accepted in time counts, even if it is recorded later.',
      zh: '接受的是客户当时持有的版本，且不晚于有效期最后一天。在有效期内接受的，补录后同样有效。',
    },
    needs,
    about,
  },
) {}

export class DeclineQuote extends command(
  'DeclineQuote',
  { quoteId, version: version.optional(), reason: contracts.reason },
  {
    post: 'quotes/:quoteId/decline',
    summary: { en: 'Record that the customer declined a quote', zh: '登记客户拒绝报价' },
    description: {
      en: 'Of the version that the customer had at that time. A new version can be made by revising the quote.',
      zh: '拒绝的是客户当时持有的版本。修订报价单可产生新版本。',
    },
    needs,
    about,
  },
) {}

export class WithdrawQuote extends command(
  'WithdrawQuote',
  { quoteId, reason: contracts.reason },
  {
    post: 'quotes/:quoteId/withdraw',
    summary: { en: 'Withdraw a quote for good', zh: '撤回报价单' },
    description: {
      en: 'A draft, or a quote that the customer has not answered yet. What the customer accepted before the withdrawal counts, even if it is recorded later.',
      zh: '草稿或客户尚未答复的报价单。撤回前客户已接受的，补录后同样有效。',
    },
    needs,
    about,
  },
) {}
