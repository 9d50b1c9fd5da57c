import { addBusinessMinutes, daysIn } from '@annals/analytics';
import { listOf, setting, whole } from '@annals/configuration';
import * as contracts from '@annals/contracts-leads';
import { id } from '@annals/contracts-values';
import { leadDuties, leadFormList, leadLines, leadList, leadOutcomes, leadRuleList } from '@annals/projections-leads';
import { aggregate, slice, UNPUBLISHED } from '@annals/slice';
import { z } from 'zod';
import * as clock from './clock.commands.js';
import * as conversion from './conversion.commands.js';
import { dealsOfLeads } from './conversion.policy.js';
import * as routedLead from './routed-lead.commands.js';
import * as routingCommands from './routing.commands.js';
import { leadRouting } from './routing.decider.js';
import { routingPolicies } from './routing.policy.js';
import * as ruleCommands from './rule.commands.js';
import { leadRule } from './rule.decider.js';
import { leadRuleProblems } from './rule.problems.js';
import * as formCommands from './form.commands.js';
import { leadForm } from './form.decider.js';
import { leadFormProblems } from './form.problems.js';
import { handOverLeads, owned } from './hand-over.policy.js';
import * as commands from './lead.commands.js';
import { lead } from './lead.decider.js';
import { leadProblems } from './lead.problems.js';
import { recycleLeads } from './recycling.policy.js';
import { DEFAULT_RULES, scoreRule } from './score-rules.js';

const about = { leadId: id, customerId: id };

export const leads = slice({
  name: 'leads',
  title: { en: 'Leads', zh: '线索' },
  summary: {
    en: 'People and companies that may become customers: captured with source, need and consents, by web forms too, scored by published rules with their evidence, assigned, contacted, disqualified with a reason, recycled, and converted to customer, contact person and deal.',
    zh: '可能成为客户的个人和企业：登记来源、需求和同意（也可由网页表单提交），按公开规则评分并列出依据，指派、联系、说明原因后淘汰、重新激活，以及转化为客户、联系人和商机。',
  },
  process: 'sales',
  events: [
    ...contracts.leadContracts,
    ...contracts.leadFormContracts,
    ...contracts.leadRuleContracts,
    ...contracts.leadRoutingContracts,
  ],
  settings: {
    scoreRules: setting(
      'LEAD_SCORE_RULES',
      DEFAULT_RULES,
      {
        en: 'Points that a lead gets for its facts; its score is their sum',
        zh: '线索各项事实对应的分值，得分为其总和',
      },
      listOf(scoreRule),
    ),
    formLimit: setting(
      'LEAD_FORM_LIMIT_PER_MINUTE',
      '60',
      {
        en: 'Maximum leads per minute of one lead form; 0 for no limit',
        zh: '每个线索表单每分钟的最大提交数；0 表示不限',
      },
      whole(0, 10_000_000),
    ),
    formAddressLimit: setting(
      'LEAD_FORM_LIMIT_PER_ADDRESS',
      '10',
      {
        en: 'Maximum requests to lead forms per minute from one address; 0 for no limit',
        zh: '每个地址每分钟对线索表单的最大请求数；0 表示不限',
      },
      whole(0, 10_000_000),
    ),
  },
  problems: [leadProblems, leadFormProblems, leadRuleProblems],
  aggregates: ({ calendar }) => [
    aggregate(lead(daysIn(calendar.timeZone)), { ...commands, ...conversion, ...clock, ...routedLead }),
    aggregate(leadForm, formCommands),
    aggregate(leadRule, ruleCommands),
    aggregate(
      leadRouting({
        ...daysIn(calendar.timeZone),
        later: (at, minutes) => addBusinessMinutes(calendar, at, minutes),
      }),
      routingCommands,
    ),
  ],
  views: (company) => [leadList(company), leadDuties, leadOutcomes, leadFormList, leadRuleList],
  policies: ({ calendar }) => [
    handOverLeads,
    recycleLeads(daysIn(calendar.timeZone)),
    dealsOfLeads,
    ...routingPolicies,
  ],
  responsibilities: [owned],
  lines: leadLines,
  rights: {
    'leads.read': { about: 'customers', en: 'See leads', zh: '查看线索' },
    'leads.write': {
      ...{ about: 'customers', en: 'Capture, assign, change, contact, disqualify, recycle and convert leads' },
      zh: '登记、指派、变更、联系、淘汰、重新激活和转化线索',
    },
    'leads.manage': {
      ...{ about: 'installation', en: 'See, add, change and switch off lead forms and assignment rules' },
      zh: '查看、添加、变更和停用线索表单与分配规则',
    },
  },
  grants: {
    sales: { team: ['leads.read', 'leads.write'] },
    service: { region: ['leads.read', 'leads.write'] },
    marketing: { all: ['leads.read', 'leads.write', 'leads.manage'] },
    manager: { department: ['leads.read', 'leads.write'] },
    auditor: { all: ['leads.read'] },
    analyst: { all: ['leads.read'] },
    integration: { all: ['leads.read', 'leads.write'] },
  },
  published: {
    LeadConverted: { version: 1, schema: z.object({ ...about, dealId: id.optional() }) },
    LeadDealDue: UNPUBLISHED, // the deal is published
    // Events are published by their customer, and these leads are none yet.
    LeadCaptured: UNPUBLISHED,
    LeadChanged: UNPUBLISHED,
    LeadAssigned: UNPUBLISHED,
    LeadContacted: UNPUBLISHED,
    LeadDisqualified: UNPUBLISHED,
    LeadRecycled: UNPUBLISHED,
    LeadResponseMissed: UNPUBLISHED,
    LeadRuleAdded: UNPUBLISHED,
    LeadRuleChanged: UNPUBLISHED,
    LeadRuleSwitchedOff: UNPUBLISHED,
    LeadRuleSwitchedOn: UNPUBLISHED,
    LeadRuleNoted: UNPUBLISHED,
    LeadRouted: UNPUBLISHED,
    LeadReleased: UNPUBLISHED,
    LeadFormAdded: UNPUBLISHED,
    LeadFormChanged: UNPUBLISHED,
    LeadFormSwitchedOff: UNPUBLISHED,
    LeadFormSwitchedOn: UNPUBLISHED,
  },
});
