import type { KnownCustomer } from '@annals/contracts-customers';
import { LeadAssigned, LeadResponseMissed, type LeadEvent } from '@annals/contracts-leads';
import { sameContent } from '@annals/contracts-values';
import type { Decider } from '@annals/event-sourcing';
import { detailsAt, known, ownerAt } from './lead.guards.js';
import { leadProblems } from './lead.problems.js';
import type { Captured, Lead } from './lead.state.js';
import type { LeadCommand } from './lead.types.js';
import { routedBy } from './routed-by.js';

type Rules = Decider<LeadCommand, Lead, LeadEvent, KnownCustomer>['decide'];

/** Whether the lead was contacted since a rule assigned it. */
const isAnswered = ({ contactedAt, routed }: Captured) =>
  contactedAt !== null && routed !== null && contactedAt >= routed.at;

/** What rules say of a lead, and the clock. */
export const routedRules: Pick<Rules, 'AssignRoutedLead' | 'MissLeadResponse'> = {
  AssignRoutedLead: ({ leadId, owner, assignment, respondBy, missedBy }, lead) => {
    const found = known(lead, leadId);
    const previous = ownerAt(found);
    const { rule } = assignment;
    const said = { leadId, owner, rule, assignment, ...(respondBy !== undefined && { respondBy }) };
    if (found.status !== 'open' || isSame(found, said)) return [];
    if (previous?.id !== missedBy) leadProblems.reject('LeadTaken', { leadId });
    return missedBy !== undefined && isAnswered(found) ? [] : [LeadAssigned.event({ ...said, previous })];
  },

  MissLeadResponse: ({ leadId, respondBy }, lead) => {
    const found = known(lead, leadId);
    const { status, routed } = found;
    if (status !== 'open' || routed?.said.respondBy !== respondBy || routed.isMissed) return [];
    const owner = ownerAt(found)!;
    return isAnswered(found)
      ? []
      : [LeadResponseMissed.event({ leadId, owner, respondBy, ...routedBy(detailsAt(found)) })];
  },
};

const isSame = ({ routed }: Captured, said: object) => {
  if (!routed) return false;
  const { previous: _, ...before } = routed.said;
  return sameContent(before, said);
};
