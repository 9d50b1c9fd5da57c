import type { LeadEvent, LeadFormEvent, LeadRoutingEvent, LeadRuleEvent } from '@annals/contracts-leads';
import { joinedLine } from '@annals/contracts-values';
import type { EventLines } from '@annals/event-sourcing';

/** Only what is about the customer of a lead stands on the customer's page. */
export const leadLines: EventLines<LeadEvent | LeadFormEvent | LeadRuleEvent | LeadRoutingEvent> = {
  LeadCaptured: null,
  LeadChanged: null,
  LeadAssigned: null,
  LeadContacted: null,
  LeadDisqualified: null,
  LeadRecycled: null,
  LeadConverted: ({ facts: { source }, deal, need }) => joinedLine(source, deal?.title ?? need?.description ?? null),
  LeadDealDue: null,
  LeadResponseMissed: null,
  LeadRuleAdded: null,
  LeadRuleChanged: null,
  LeadRuleSwitchedOff: null,
  LeadRuleSwitchedOn: null,
  LeadRuleNoted: null,
  LeadRouted: null,
  LeadReleased: null,
  LeadFormAdded: null,
  LeadFormChanged: null,
  LeadFormSwitchedOff: null,
  LeadFormSwitchedOn: null,
};
