import type { LeadEvent, LeadRoutingEvent, LeadRuleEvent } from '@annals/contracts-leads';
import { every, when, type Of } from '@annals/event-sourcing';
import { leadDuties, type LeadDuty } from '@annals/projections-leads';
import { routedBy } from './routed-by.js';
import { AssignRoutedLead, MissLeadResponse } from './routed-lead.commands.js';
import { NoteLeadRule, ReleaseLead, RouteLead } from './routing.commands.js';

const release = ({ data: { leadId } }: { readonly data: { readonly leadId: string } }) => [ReleaseLead.of({ leadId })];

// One policy, which takes events in the order of the log: a lead is assigned by the rules that were there before it, and one that ended
// meanwhile is counted as open first and as ended then. Leads are assigned now, whenever they were captured.
const routeLeads = when<LeadRuleEvent | LeadEvent>({
  name: 'route-leads',
  summary: {
    en: 'Note the rules by which leads are assigned, assign leads that have no owner or were not answered in time, and count those that are open',
    zh: '使线索分配规则生效，按规则分配无负责人或逾期未应答的线索，并统计仍在跟进的线索',
  },
  from: 'beginning',
  on: {
    LeadRuleAdded: ({ data: { ruleId, ...entry } }) => [NoteLeadRule.of({ ruleId, entry, isOn: true })],
    LeadRuleChanged: ({ data: { ruleId, after: entry } }) => [NoteLeadRule.of({ ruleId, entry })],
    LeadRuleSwitchedOff: ({ data: { ruleId } }) => [NoteLeadRule.of({ ruleId, entry: {}, isOn: false })],
    LeadRuleSwitchedOn: ({ data: { ruleId } }) => [NoteLeadRule.of({ ruleId, entry: {}, isOn: true })],
    LeadCaptured: ({ data: { leadId, owner, ...details }, recordedAt: occurredAt }) =>
      owner ? [] : [RouteLead.of({ leadId, asked: routedBy(details), occurredAt })],
    LeadResponseMissed: ({ data: { leadId, owner, ...details }, recordedAt: occurredAt }) => [
      RouteLead.of({ leadId, asked: { ...routedBy(details), missedBy: owner.id }, occurredAt }),
    ],
    LeadAssigned: (event) => (event.data.rule === undefined ? release(event) : []),
    LeadDisqualified: release,
    LeadConverted: release,
  },
});

const assignRouted = when<Of<LeadRoutingEvent, 'LeadRouted'>>({
  name: 'assign-routed-leads',
  summary: { en: 'Give leads to the owners that rules chose', zh: '将线索交给规则选定的负责人' },
  on: {
    LeadRouted: ({ data: { leadId, owner, assignment, respondBy, asked } }) => [
      AssignRoutedLead.of({ leadId, owner, assignment, respondBy, missedBy: asked.missedBy }),
    ],
  },
});

const missResponses = every({
  name: 'miss-lead-responses',
  summary: { en: 'Note leads that were not answered in time', zh: '记录逾期未应答的线索' },
  view: leadDuties,
  due: 'respondBy',
  send: ({ leadId, respondBy }: LeadDuty) => [MissLeadResponse.of({ leadId, respondBy: respondBy! })],
});

/** Leads are assigned by rule, and to the next user if they are not answered in time. */
export const routingPolicies = [routeLeads, assignRouted, missResponses];
