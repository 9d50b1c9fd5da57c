import type { LeadEvent } from '@annals/contracts-leads';
import { latestOf, type Since } from '@annals/contracts-values';
import { projection, whenKnown, type Of } from '@annals/event-sourcing';

/** What has to be done with a lead: who has it while it is open, and the day on which it is to be open again. */
export type LeadDuty = {
  readonly leadId: string;
  readonly open: boolean;
  readonly owner: string | null;
  readonly recycleOn: string | null;
  readonly since: Since;
};

type Source = Of<LeadEvent, 'LeadCaptured' | 'LeadAssigned' | 'LeadDisqualified' | 'LeadRecycled' | 'LeadConverted'>;

/** One document for each lead, whatever the settings, for policies. */
export const leadDuties = projection<Source, LeadDuty>()({
  name: 'lead-duties',
  version: 2,
  key: ({ data }) => data.leadId,
  on: {
    LeadCaptured: (_, { data: { leadId, owner } }) => ({
      ...{ leadId, open: true, owner: owner?.id ?? null, recycleOn: null, since: {} },
    }),
    LeadAssigned: whenKnown((duty, { data: { owner }, occurredAt }) => {
      const { values, since } = latestOf(duty.since, { owner: owner.id }, occurredAt);
      return { ...duty, ...values, since };
    }),
    LeadDisqualified: whenKnown((duty, { data: { recycleOn = null } }) => ({ ...duty, open: false, recycleOn })),
    LeadConverted: whenKnown((duty) => ({ ...duty, open: false, recycleOn: null })),
    LeadRecycled: whenKnown((duty) => ({ ...duty, open: true, recycleOn: null })),
  },
  fields: {
    openOwner: { of: ({ open, owner }) => (open ? owner : null) },
    recycleOn: { of: ({ recycleOn }) => recycleOn },
  },
  indexes: [['openOwner'], ['recycleOn']],
});
