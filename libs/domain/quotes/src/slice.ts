import { daysIn } from '@annals/analytics';
import { setting } from '@annals/configuration';
import * as contracts from '@annals/contracts-quotes';
import { id } from '@annals/contracts-values';
import { quoteDuties, quoteLines, quoteList, quotesPart, quoteVersions } from '@annals/projections-quotes';
import { aggregate, eventTypes, slice } from '@annals/slice';
import { z } from 'zod';
import * as approval from './approval.commands.js';
import { approvalProblems } from './approval.problems.js';
import * as clock from './clock.commands.js';
import { expireQuotes } from './expiry.policy.js';
import * as commands from './quote.commands.js';
import { quoteBy } from './quote.decider.js';
import { discountLimits, totalLimits } from './quote.limits.js';
import { quoteProblems } from './quote.problems.js';
import { taxRates } from './tax-rates.js';

const about = { quoteId: id, customerId: id, dealId: id };
const { version, terms, quoteTerms } = contracts;
const by = z.object({ id }).nullable(); // employees are published without their names
const value = { currency: terms.currency, totals: quoteTerms.shape.totals };
const said = {
  ...{ ...value, lines: terms.lines, discount: terms.discount, taxRegion: terms.taxRegion },
  ...{ validUntil: terms.validUntil, owner: by, preparedBy: by },
};
const number = contracts.number.nullable();
const decision = { version, requestId: id, requestedBy: by, decidedBy: by, ...value };

export const quotes = slice({
  name: 'quotes',
  title: { en: 'Quotes', zh: '报价单' },
  summary: {
    en: 'Quotes for deals in versions that stay as they were sent, with discounts, taxes and exact totals, approval above the limits of a role, and what the customer answered.',
    zh: '商机报价单：按版本保存，发送后不再变更，含折扣、税额和精确合计；超出角色权限须审批；记录客户答复。',
  },
  process: 'sales',
  events: contracts.quoteContracts,
  settings: {
    taxRates: setting(
      'TAX_RATES',
      'standard=13,reduced=9,zero=0,exempt=0',
      {
        en: 'Tax rates of quotes in percent by tax class, and by tax region for regions with their own',
        zh: '报价单的税率（百分比），按税种设置；有单独税率的地区另行设置',
      },
      taxRates,
    ),
    discountLimits: setting(
      'QUOTE_DISCOUNT_LIMITS',
      'sales=10,service=10,manager=30,administrator=100,integration=100',
      {
        en: 'Discount in percent of the value at list prices up to which a role may send or approve a quote; none for a role that is left out',
        zh: '各角色可自行发送或批准的报价折扣上限（占目录价合计的百分比）；未列出的角色不得给予折扣',
      },
      discountLimits,
    ),
    totalLimits: setting(
      'QUOTE_TOTAL_LIMITS',
      'none',
      {
        en: 'Total by currency up to which a role may send or approve a quote; a role that is left out is not limited, one with limits only in other currencies always needs approval',
        zh: '各角色可自行发送或批准的报价总额上限（按币种）；未列出的角色不受限，只在其他币种有上限的角色须审批',
      },
      totalLimits,
    ),
  },
  problems: [quoteProblems, approvalProblems],
  aggregates: ({ calendar, taxRates: rates, discountLimits: discounts, totalLimits: totals }) => [
    aggregate(quoteBy({ dayOf: daysIn(calendar.timeZone).dayOf, rates, limits: { discounts, totals } }), {
      ...commands,
      ...approval,
      ...clock,
    }),
  ],
  views: (company) => [quoteList(company), quoteVersions, quoteDuties],
  policies: ({ calendar }) => [expireQuotes(daysIn(calendar.timeZone))],
  page: (company) => ({
    quotes: {
      part: quotesPart(quoteList(company)),
      needs: 'quotes.read',
      events: eventTypes(contracts.quoteContracts),
    },
  }),
  rights: {
    'quotes.read': { about: 'customers', en: 'See quotes', zh: '查看报价单' },
    'quotes.write': {
      ...{ about: 'customers', en: 'Draft, revise and send quotes, and record what customers answer' },
      zh: '起草、修订和发送报价单，登记客户答复',
    },
    'quotes.approve': { about: 'customers', en: 'Decide on the approval of quotes', zh: '审批报价单' },
  },
  grants: {
    sales: { team: ['quotes.read'], own: ['quotes.write'] },
    service: { region: ['quotes.read'] },
    marketing: { all: ['quotes.read'] },
    manager: { department: ['quotes.read', 'quotes.write', 'quotes.approve'] },
    auditor: { all: ['quotes.read'] },
    analyst: { all: ['quotes.read'] },
    integration: { all: ['quotes.write'] },
  },
  lines: quoteLines,
  published: {
    QuoteDrafted: { version: 1, schema: z.object({ ...about, number, version, ...said }) },
    QuoteRevised: { version: 1, schema: z.object({ ...about, number, version, ...said }) },
    QuoteApprovalRequested: {
      version: 1,
      schema: z.object({ ...about, version, requestId: id, requestedBy: by, ...value }),
    },
    QuoteApproved: { version: 1, schema: z.object({ ...about, ...decision }) },
    QuoteApprovalRefused: { version: 1, schema: z.object({ ...about, ...decision }) },
    QuoteSent: {
      version: 1,
      schema: z.object({ ...about, version, sentBy: by, validUntil: terms.validUntil, ...value }),
    },
    QuoteAccepted: { version: 1, schema: z.object({ ...about, number, version, ...value, lines: terms.lines }) },
    QuoteDeclined: { version: 1, schema: z.object({ ...about, version, ...value }) },
    QuoteWithdrawn: { version: 1, schema: z.object({ ...about, version }) },
    QuoteExpired: { version: 1, schema: z.object({ ...about, version, validUntil: terms.validUntil, ...value }) },
  },
});
