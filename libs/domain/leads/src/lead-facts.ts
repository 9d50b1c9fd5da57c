import { knownOf, leadFacts, type LeadDetails, type LeadFacts } from '@annals/contracts-leads';
import { membersOf } from '@annals/contracts-values';
import { detailsAt } from './lead.guards.js';
import type { Captured } from './lead.state.js';

/** What is known of a lead at a moment, apart from personal data. */
export const factsAt = (lead: Captured, moment: string): LeadFacts => {
  const known = Object.entries(detailsAt(lead, moment)).filter(([, value]) => value !== null);
  const details = Object.fromEntries(known) as LeadDetails;
  const contacted = lead.contacts.values().length > 0;
  return { ...membersOf(leadFacts.shape, details), known: [...knownOf(details)], contacted };
};
