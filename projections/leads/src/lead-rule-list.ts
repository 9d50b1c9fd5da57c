import { ruleEntry, ruleId, ruleReason, type LeadRuleEvent } from '@annals/contracts-leads';
import { instant, number, revised, text, texts, view, whenKnown, type Immutable } from '@annals/event-sourcing';
import { folded } from '@annals/text';
import { z } from 'zod';
import { switched, switchStatus } from './switched.js';

/** A rule as the API answers it. */
const leadRule = z.strictObject({
  ruleId,
  status: switchStatus,
  ...ruleEntry.shape,
  ...switched(ruleReason),
});

/** The stored document. */
export type LeadRuleDocument = Immutable<z.output<typeof leadRule>> & { readonly revision: number };

/** One document for each rule by which leads are assigned. */
export const leadRuleList = view<LeadRuleEvent, LeadRuleDocument>()({
  name: 'lead-rule-list',
  version: 1,
  about: 'installation',
  key: ({ data }) => data.ruleId,
  on: revised<LeadRuleEvent, LeadRuleDocument>({
    LeadRuleAdded: (_, { data, occurredAt: addedAt }) => ({ ...data, status: 'on', reason: null, addedAt }),
    LeadRuleChanged: whenKnown((rule, { data: { after } }) => ({ ...rule, ...(after as Partial<LeadRuleDocument>) })),
    LeadRuleSwitchedOff: whenKnown((rule, { data: { reason } }) => ({ ...rule, status: 'off', reason })),
    LeadRuleSwitchedOn: whenKnown((rule, { data: { reason } }) => ({ ...rule, status: 'on', reason })),
  }),
  fields: {
    status: text((rule) => rule.status, { schema: switchStatus }),
    method: text(({ method }) => method, { schema: ruleEntry.shape.method }),
    member: texts(({ members }) => members.map(({ userId }) => userId)),
    place: number(({ place }) => place, { schema: z.int() }),
    name: text(({ name }) => folded(name)),
    addedAt: instant(({ addedAt }) => addedAt),
  },
  indexes: [['place'], ['name'], ['addedAt'], ['status', 'place']],
  personal: [],
  revision: ({ revision }) => revision,
  answer: { schema: leadRule, of: ({ revision: _, ...shown }) => shown },
  list: {
    path: 'lead-rules',
    summary: {
      en: 'List assignment rules by status and user, in their order',
      zh: '按状态和成员列出分配规则（依匹配顺序）',
    },
    record: { name: 'LeadRule', en: 'assignment rule', zh: '分配规则', id: 'ruleId', schema: 'NamedLeadRule' },
    needs: 'leads.manage',
    filters: ['status', 'method', 'member'],
    sorts: ['place', 'name', 'addedAt'],
  },
});
