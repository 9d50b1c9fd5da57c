import { quoteStatus } from '@annals/contracts-quotes';
import { labelsOf } from '@annals/contracts-values';
import { problems, type Words } from '@annals/event-sourcing';
import type { Move } from './quote.state.js';

const MOVES: Readonly<Record<Move, Words>> = {
  draft: { en: 'draft', zh: '起草' },
  revision: { en: 'last revision', zh: '最近一次修订' },
  request: { en: 'approval request', zh: '审批申请' },
  decision: { en: 'approval decision', zh: '审批决定' },
  sending: { en: 'sending', zh: '发送' },
  withdrawal: { en: 'withdrawal', zh: '撤回' },
};

export const quoteProblems = problems({
  QuoteUnknown: {
    kind: 'missing',
    title: { en: 'Quote not found', zh: '报价单不存在' },
    detail: {
      en: 'There is no quote {quoteId}. Check the id, or draft the quote first: send `DraftQuote`.',
      zh: '没有报价单 {quoteId}。请核对编号，或先起草该报价单。',
    },
    example: { quoteId: 'q-5001' },
  },
  QuoteAlreadyDrafted: {
    kind: 'conflict',
    title: { en: 'Quote already drafted', zh: '报价单已起草' },
    detail: {
      en: 'Quote {quoteId} is drafted already, with other content. Send `ReviseQuote` for this quote, or use another id.',
      zh: '报价单 {quoteId} 已起草，且内容不同。请修订该报价单，或使用其他编号。',
    },
    example: { quoteId: 'q-5001' },
  },
  QuoteAlreadyRevised: {
    kind: 'conflict',
    title: { en: 'Nothing to revise', zh: '没有需要修订的内容' },
    detail: {
      en: 'Version {version} says this already, and another user prepared it. Send what is to change.',
      zh: '版本 {version} 已是该内容，且由其他用户编制。请发送需要变更的内容。',
    },
    example: { version: 1 },
  },
  DealOfQuoteUnknown: {
    kind: 'reference',
    title: { en: 'Not a deal of the customer', zh: '不是该客户的商机' },
    detail: {
      en: 'Customer {customerId} has no deal {dealId}. Check both ids, or open the deal first.',
      zh: '客户 {customerId} 没有商机 {dealId}。请核对编号，或先新建商机。',
    },
    example: { customerId: 'c-1001', dealId: 'd-3001' },
  },
  QuoteWithoutLines: {
    kind: 'conflict',
    title: { en: 'Quote without lines', zh: '报价单没有明细' },
    detail: {
      en: 'Deal {dealId} has no lines, more than 200, or one with a quantity or a price that a quote cannot have. Send `lines`.',
      zh: '商机 {dealId} 没有明细、明细超过 200 行，或有明细的数量或单价不能用于报价单。请发送 `lines`。',
    },
    example: { dealId: 'd-3001' },
  },
  QuoteLinePriceMissing: {
    kind: 'conflict',
    title: { en: 'Line without a price', zh: '明细缺少单价' },
    detail: {
      en: 'The line of {product} has no `unitPrice`, and no price list has one for that quantity, currency and day. Send a `unitPrice`, or set a price first.',
      zh: '{product} 的明细没有 `unitPrice`，价目表中也没有适用于该数量、币种和日期的价格。请发送 `unitPrice`，或先设置价格。',
    },
    example: { product: 'Chai' },
  },
  QuoteCurrencyNeedsLines: {
    kind: 'conflict',
    title: { en: 'Another currency needs other lines', zh: '更改币种须重新给出明细' },
    detail: {
      en: 'The lines of the quote are in {known}, not in {currency}. Send `lines` with prices in {currency}.',
      zh: '报价单明细的币种为 {known}，不是 {currency}。请发送以 {currency} 计价的 `lines`。',
    },
    example: { known: 'CNY', currency: 'EUR' },
  },
  QuoteDiscountTooHigh: {
    kind: 'conflict',
    title: { en: 'Discount above the value', zh: '折扣超过金额' },
    detail: {
      en: 'A discount of {discount} on {value} is more than the whole value. Send a smaller discount.',
      zh: '对 {value} 给予 {discount} 的折扣超过了全部金额。请减小折扣。',
    },
    example: { discount: '120.00', value: '100.00' },
  },
  QuoteVersionsExhausted: {
    kind: 'conflict',
    title: { en: 'Too many versions', zh: '版本过多' },
    detail: {
      en: 'The quote has {versions} versions, which is the most. Send `DraftQuote` for another quote of the deal.',
      zh: '该报价单已有 {versions} 个版本，达到上限。请为该商机另行起草报价单。',
    },
    example: { versions: 30 },
  },
  QuoteEnded: {
    kind: 'conflict',
    title: { en: 'Quote has ended', zh: '报价单已结束' },
    detail: {
      en: 'The quote is “{status}”, and this is no longer possible. Check its status, or draft another quote: send `DraftQuote`.',
      zh: '该报价单为“{status}”状态，不能再进行此操作。请核对其状态，或另行起草报价单。',
    },
    values: { status: labelsOf(quoteStatus) },
    example: { status: 'accepted' },
  },
  QuoteNotSent: {
    kind: 'conflict',
    title: { en: 'Quote not sent', zh: '报价单未发送' },
    detail: {
      en: 'The customer had no version of the quote at that time. Send the quote first, or correct `occurredAt`.',
      zh: '客户当时没有收到该报价单的任何版本。请先发送报价单，或更正 `occurredAt`。',
    },
  },
  QuoteVersionNotCurrent: {
    kind: 'conflict',
    title: { en: 'Another version counts', zh: '版本已变更' },
    detail: {
      en: 'Version {version} was sent, but version {current} is the one that counts. Read the quote again, and send that version if you mean it.',
      zh: '请求的是版本 {version}，但当前有效的是版本 {current}。请重新查看报价单，确认后使用该版本。',
    },
    example: { version: 1, current: 2 },
  },
  QuoteValidityOver: {
    kind: 'conflict',
    title: { en: 'Validity of the quote is over', zh: '报价单已过有效期' },
    detail: {
      en: 'The version was valid until {validUntil}, and this happened on {day}. Revise the quote with a later `validUntil`: send `ReviseQuote`.',
      zh: '该版本有效期至 {validUntil}，而本操作发生于 {day}。请修订报价单并设置更晚的 `validUntil`。',
    },
    example: { validUntil: '2026-03-31', day: '2026-04-01' },
  },
  QuoteOccurredTooEarly: {
    kind: 'conflict',
    title: { en: 'Occurred before what it follows', zh: '发生时间早于其前提' },
    detail: {
      en: 'The {follows} of the quote was at {since}, and this follows it. It cannot have occurred at {occurredAt}: send a later `occurredAt`.',
      zh: '该报价单的{follows}时间为 {since}，本操作在其之后，不可能发生于 {occurredAt}。请发送更晚的 `occurredAt`。',
    },
    values: { follows: MOVES },
    example: { follows: 'sending', since: '2026-01-05T09:00:00.000Z', occurredAt: '2026-01-04T09:00:00.000Z' },
  },
});
