import { daysIn } from '@annals/analytics';
import { numberFor, oneOf, setting } from '@annals/configuration';
import * as contracts from '@annals/contracts-deals';
import { id } from '@annals/contracts-values';
import { dealLines, dealReport, dealsPart, pipeline, salesReport } from '@annals/projections-deals';
import { aggregate, eventTypes, slice } from '@annals/slice';
import { z } from 'zod';
import * as commands from './deal.commands.js';
import { dealOn } from './deal.decider.js';
import { dealProblems } from './deal.problems.js';
import { termProblems } from './deal.terms.problems.js';
import * as estimating from './estimate.commands.js';
import * as lineCommands from './line.commands.js';
import { openDealsOfLeads } from './leads.policy.js';
import { gateProblems } from './gate.problems.js';
import { gateSettings } from './gate.settings.js';
import { lineProblems } from './line.problems.js';
import * as losing from './loss.commands.js';
import { loseDeals } from './loss.policy.js';
import { dealsFollow, handOverDeals, owned } from './owners.policy.js';
import * as passing from './pass.commands.js';
import { advanceDealsOfQuotes } from './quotes.policy.js';
import { reportSettings } from './report.settings.js';
import * as trading from './trading.commands.js';
import { winProblems } from './win.problems.js';
import * as withdrawal from './withdrawal.commands.js';

const DAYS_UNTIL_STALLED = 30;

const staff = z.object({ id }); // employees are published without their names
const about = { dealId: id, customerId: id };
const terms = { ...contracts.dealTerms.omit({ title: true, attributes: true }).shape, owner: staff.nullable() };
const someTerms = z.object(terms).partial();
const { step, outcome } = contracts;

export const deals = slice({
  name: 'deals',
  title: { en: 'Deals', zh: '商机' },
  summary: {
    en: 'Deals in eight steps from the first need to regular maintenance, with lines, exact values and samples; won or lost with a reason.',
    zh: '商机八个阶段（从发现需求到定期维护），含明细、精确金额和样品；成交或丢单及其原因。',
  },
  process: 'sales',
  events: contracts.dealContracts,
  settings: {
    loseDealsOfLost: setting(
      'LOSE_DEALS_OF_LOST_CUSTOMERS',
      'on',
      {
        en: 'Whether the open deals of a customer who is lost are closed as lost',
        zh: '客户流失时是否将其进行中的商机关闭为丢单',
      },
      oneOf(['on', 'off']),
    ),
    daysUntilStalled: setting(
      'DAYS_UNTIL_STALLED',
      contracts.STEPS.map((each) => `${each}=${DAYS_UNTIL_STALLED}`).join(','),
      {
        en: 'Days at one step after which an open deal counts as stalled, by step',
        zh: '进行中的商机在同一步骤停留多少天后视为停滞（按步骤）',
      },
      numberFor(contracts.STEPS, 'days'),
    ),
    ...reportSettings,
    ...gateSettings,
  },
  problems: [dealProblems, termProblems, lineProblems, winProblems, gateProblems],
  aggregates: ({ calendar, stepGates }) => [
    aggregate(dealOn(daysIn(calendar.timeZone), stepGates), {
      ...commands,
      ...estimating,
      ...lineCommands,
      ...losing,
      ...passing,
      ...trading,
      ...withdrawal,
    }),
  ],
  views: (settings) => [pipeline, salesReport(settings), dealReport(settings)],
  policies: ({ loseDealsOfLost }) => [
    dealsFollow,
    handOverDeals,
    openDealsOfLeads,
    advanceDealsOfQuotes,
    ...(loseDealsOfLost === 'on' ? [loseDeals] : []),
  ],
  responsibilities: [owned],
  page: () => ({ deals: { part: dealsPart, needs: 'deals.read', events: eventTypes(contracts.dealContracts) } }),
  rights: {
    'deals.read': { about: 'customers', en: 'See deals and the pipeline', zh: '查看商机和销售漏斗' },
    'deals.write': {
      ...{ about: 'customers', en: 'Open, advance, estimate, change, close and reopen deals' },
      zh: '新建、推进、评估、变更、关闭和重新打开商机',
    },
  },
  grants: {
    sales: { team: ['deals.read'], own: ['deals.write'] },
    service: { region: ['deals.read'] },
    marketing: { all: ['deals.read'] },
    manager: { department: ['deals.read', 'deals.write'] },
    auditor: { all: ['deals.read'] },
    analyst: { all: ['deals.read'] },
    integration: { all: ['deals.write'] },
  },
  lines: dealLines,
  published: {
    DealOpened: { version: 3, schema: z.object({ ...about, ...terms, step }) },
    DealAdvanced: { version: 2, schema: z.object({ ...about, from: step, to: step }) },
    DealChanged: { version: 3, schema: z.object({ ...about, before: someTerms, after: someTerms }) },
    SampleSent: { version: 1, schema: z.object({ ...about, ...contracts.sample.omit({ note: true }).shape }) },
    DealClosed: { version: 3, schema: z.object({ ...about, ...terms, outcome, step }) },
    DealEstimated: { version: 1, schema: z.object({ ...about, probability: contracts.probability.nullable() }) },
    DealWithdrawn: { version: 1, schema: z.object(about) },
    DealReopened: {
      version: 2,
      schema: z.object({
        ...{ ...about, outcome, value: terms.value, lines: z.number().int().min(0), step },
        ...{ owner: terms.owner, expectedCloseDate: terms.expectedCloseDate },
      }),
    },
  },
});
