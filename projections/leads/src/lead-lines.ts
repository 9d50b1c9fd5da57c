import type { LeadEvent, LeadFormEvent } from '@annals/contracts-leads';
import { joinedLine } from '@annals/contracts-values';
import type { EventLines } from '@annals/event-sourcing';

/** Only what is about the customer of a lead stands on the customer's page. */
export const leadLines: EventLines<LeadEvent | LeadFormEvent> = {
  LeadCaptured: null,
  LeadChanged: null,
  LeadAssigned: null,
  LeadContacted: null,
  LeadDisqualified: null,
  LeadRecycled: null,
  LeadConverted: ({ facts: { source }, deal, need }) => joinedLine(source, deal?.title ?? need?.description ?? null),
  LeadDealDue: null,
  LeadFormAdded: null,
  LeadFormChanged: null,
  LeadFormSwitchedOff: null,
  LeadFormSwitchedOn: null,
};
