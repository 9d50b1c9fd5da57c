import { periodsIn, zoneOf } from '@annals/analytics';
import { quoteTerms, statusIn, type QuoteEvent } from '@annals/contracts-quotes';
import { month, sortableDecimal } from '@annals/contracts-values';
import {
  amount,
  configured,
  day,
  instant,
  number,
  onEach,
  party,
  revised,
  text,
  texts,
  view,
  whenKnown,
} from '@annals/event-sourcing';
import { queryWords, searchWords } from '@annals/text';
import { z } from 'zod';
import { answerOf, endingOf, lastOf } from './quote-answer.js';
import { measures } from './quote-measures.js';
import { prepared, PROGRESS, progressed, termsIn } from './quote-steps.js';
import { quote, status, type QuoteDocument } from './quote.js';

const statusOf = ({ versions }: QuoteDocument) => statusIn(versions);
const flagged = (is: ReturnType<typeof statusOf>) => number((known: QuoteDocument) => (statusOf(known) === is ? 1 : 0));

const sentAtOf = ({ versions }: QuoteDocument) => versions.findLast(({ sentAt }) => sentAt !== null)?.sentAt ?? null;

/** One document for each quote. */
export const quoteList = configured(zoneOf, ({ timeZone }) => {
  const { yearOf, monthOf } = periodsIn(timeZone);
  const step = whenKnown<QuoteEvent, QuoteDocument>((known, event) => ({
    ...known,
    versions: progressed(known.versions, event),
  }));
  return view<QuoteEvent, QuoteDocument>()({
    name: 'quote-list',
    version: 1,
    key: ({ data }) => data.quoteId,
    on: revised<QuoteEvent, QuoteDocument>({
      ...onEach(PROGRESS, step),
      QuoteDrafted: (_, event) => {
        const { quoteId, customerId, dealId, number } = event.data;
        const about = { quoteId, customerId, dealId, number, draftedAt: event.occurredAt };
        return { ...termsIn(event), ...about, versions: prepared([], event) };
      },
      QuoteRevised: whenKnown((known, event) => ({
        ...{ ...known, ...termsIn(event), versions: prepared(known.versions, event) },
      })),
    }),
    fields: {
      status: text(statusOf, { schema: status }),
      owner: party(({ owner }) => owner?.id ?? null),
      customer: text(({ customerId }) => customerId),
      deal: text(({ dealId }) => dealId),
      number: text(({ number }) => number),
      currency: text(({ currency }) => currency, { schema: quoteTerms.shape.currency }),
      validUntil: day(({ validUntil }) => validUntil),
      draftedAt: instant(({ draftedAt }) => draftedAt),
      sentAt: instant(sentAtOf),
      endedAt: instant((known) => endingOf(known).end?.at ?? null),
      /** By size, whatever the currency. */
      total: text(({ totals }) => sortableDecimal(totals.total)),
      value: amount(({ totals }) => totals.net),
      wonValue: amount((known) => (statusOf(known) === 'accepted' ? endingOf(known).totals.net : '0.00')),
      year: number(({ draftedAt }) => yearOf(draftedAt), { schema: z.int() }),
      month: text(({ draftedAt }) => monthOf(draftedAt), { schema: month }),
      ...{ accepted: flagged('accepted'), declined: flagged('declined'), expired: flagged('expired') },
      sent: number((known) => (sentAtOf(known) === null ? 0 : 1)),
      words: texts(({ number, title }) => [...new Set([number ?? '', title].flatMap(searchWords))], { personal: true }),
      /** The request for approval that is not decided yet. */
      waiting: text((known) => (statusOf(known) === 'awaiting-approval' ? lastOf(known).approval!.requestId : null)),
    },
    indexes: [
      ...([['draftedAt'], ['sentAt'], ['validUntil'], ['total'], ['number']] as const),
      ...([
        ['status', 'draftedAt'],
        ['status', 'validUntil'],
        ['owner', 'status', 'draftedAt'],
        ['customer', 'draftedAt'],
        ['customer', 'status', 'currency', 'value'],
        ['deal', 'draftedAt'],
      ] as const),
    ],
    personal: [
      'title',
      'paymentTerms',
      'recipient',
      'notes',
      'versions[].approval.remark',
      'versions[].approval.answer',
      'versions[].end.said',
      'versions[].end.reference',
    ],
    revision: ({ revision }) => revision,
    answer: { schema: quote, of: answerOf },
    list: {
      path: 'quotes',
      summary: {
        en: 'List quotes by status, customer, deal, owner, validity and words of their number and title',
        zh: '按状态、客户、商机、负责人、有效期以及单号和标题中的词列出报价单',
      },
      record: {
        ...{ name: 'Quote', en: 'quote', zh: '报价单', id: 'quoteId', schema: 'NamedQuote' },
        one: { en: 'Get a quote with its totals, approval and versions', zh: '查看报价单及其合计、审批和各版本' },
      },
      needs: 'quotes.read',
      filters: ['status', 'customer', 'deal', 'owner', 'number', 'currency'],
      ranges: ['validUntil', 'draftedAt', 'sentAt', 'endedAt'],
      search: { field: 'words', words: queryWords, of: 'number and title' },
      names: { customerName: 'customer' },
      sorts: ['-draftedAt', 'validUntil', 'total', 'sentAt'],
      most: 100,
    },
    report: {
      name: 'quotes',
      summary: { en: 'Quotes by status, owner and month', zh: '按状态、负责人和月份统计报价单' },
      dimensions: ['year', 'month', 'status', 'owner', 'currency', 'customer'],
      labels: { owner: ({ owner }) => owner?.name ?? null },
      sum: ['sent', 'accepted', 'declined', 'expired'],
      amounts: ['value', 'wonValue'],
      measures,
      time: 'draftedAt',
      apart: ['currency'],
    },
  });
});
