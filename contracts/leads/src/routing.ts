import { choice, field, id, instant, label, staff } from '@annals/contracts-values';
import { Contract, type EventOf } from '@annals/event-sourcing';
import { z } from 'zod';
import { leadDetails } from './lead-details.js';
import { MOST_MEMBERS, ruleEntry, ruleId, someRuleEntry } from './rule.js';

// Names and fields below are on disk: add a version, never edit one.

/** The one stream of all assignments by rule, so that leads that arrive at once are assigned one after the other. */
export const LEAD_ROUTING = 'leadrouting-company';

const leadId = field(id.max(90), { en: 'Lead', zh: '线索' }, { example: 'le-7001', identifies: 'lead' });

const passedOver = choice({
  left: { en: 'Not an active user', zh: '非在用用户' },
  away: { en: 'Away', zh: '缺勤' },
  asked: { en: 'Had the lead already', zh: '已接手过该线索' },
});

/** A user of a rule at the moment at which it assigned a lead. */
export const considered = z.strictObject({
  userId: field(id, { en: 'User', zh: '用户' }, { example: 'li.na', identifies: 'employee' }),
  capacity: field(z.int(), { en: 'Capacity', zh: '接待能力' }, { example: 2 }),
  turns: field(
    z.int(),
    { en: 'Leads so far', zh: '已分配' },
    { example: 14, description: { en: 'By this rule.', zh: '由此规则分配的线索数。' } },
  ),
  open: field(
    z.int(),
    { en: 'Open leads', zh: '跟进中' },
    { example: 3, description: { en: 'Of those assigned by rules.', zh: '由规则分配且仍在跟进的线索数。' } },
  ),
  passedOver: field(passedOver.nullable(), { en: 'Passed over', zh: '跳过原因' }, { example: null }),
});
export type Considered = z.infer<typeof considered>;

const { source, region, country, language } = leadDetails.shape;

/** What a lead is assigned by; `missedBy` has not answered it in time. */
export const routed = z.strictObject({
  ...{ source, region, country, language },
  missedBy: field(id, { en: 'Not answered by', zh: '未应答者' }, { example: 'max', identifies: 'employee' }).optional(),
});
export type Routed = z.infer<typeof routed>;

/** Why a lead has its owner. */
export const assignment = z.strictObject({
  ruleId,
  rule: field(label, { en: 'Rule', zh: '规则' }, { example: 'Leads of the east' }),
  method: ruleEntry.shape.method,
  attempt: field(
    z.int(),
    { en: 'Attempt', zh: '第几次分配' },
    { example: 1, description: { en: '1 for the first owner of the lead.', zh: '首位负责人为 1。' } },
  ),
  escalated: field(
    z.boolean(),
    { en: 'Escalated', zh: '已升级' },
    { example: false, description: { en: 'To the manager of the rule.', zh: '已转交规则的主管。' } },
  ),
  considered: field(z.array(considered).max(MOST_MEMBERS), { en: 'Considered', zh: '候选人' }),
});
export type Assignment = z.infer<typeof assignment>;

/** When a lead that was assigned by rule is to be answered. */
export const respondBy = field(
  instant,
  { en: 'To be answered by', zh: '应答期限' },
  { example: '2026-01-06T09:00:00.000Z' },
);

/** What is new of a rule, for assignments. */
export const notedRule = {
  entry: field(someRuleEntry, { en: 'Rule', zh: '规则' }),
  isOn: field(z.boolean(), { en: 'On', zh: '启用' }, { example: true }).optional(),
};

export const LeadRuleNoted = Contract.of('LeadRuleNoted', { en: 'Assignment rule noted', zh: '分配规则已生效' }).v1(
  z.object({
    ruleId,
    ...notedRule,
  }),
);

export const LeadRouted = Contract.of('LeadRouted', { en: 'Lead assigned by rule', zh: '线索已按规则分配' }).v1(
  z.object({
    leadId,
    asked: field(routed, { en: 'Facts', zh: '依据' }),
    owner: field(staff, { en: 'Owner', zh: '负责人' }, { example: { id: 'li.na' } }),
    assignment: field(assignment, { en: 'Assignment', zh: '分配' }),
    respondBy: respondBy.optional(),
  }),
);

/** The lead no longer counts as open for the user to whom a rule assigned it. */
export const LeadReleased = Contract.of('LeadReleased', { en: 'Lead released', zh: '线索已释放' }).v1(
  z.object({ leadId, userId: field(id, { en: 'User', zh: '用户' }, { example: 'li.na', identifies: 'employee' }) }),
);

export const leadRoutingContracts = [LeadRuleNoted, LeadRouted, LeadReleased] as const;
export type LeadRoutingEvent = EventOf<(typeof leadRoutingContracts)[number]>;
