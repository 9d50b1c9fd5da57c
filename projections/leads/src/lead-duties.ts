import type { LeadEvent } from '@annals/contracts-leads';
import { latestOf, type Since } from '@annals/contracts-values';
import { projection, whenKnown, type Of } from '@annals/event-sourcing';

/** What has to be done with a lead: who has it while it is open, and the day on which it is to be open again. */
export type LeadDuty = {
  readonly leadId: string;
  readonly open: boolean;
  readonly owner: string | null;
  readonly recycleOn: string | null;
  /** When it is to be answered. */
  readonly respondBy: string | null;
  readonly since: Since;
};

type Source = Of<
  LeadEvent,
  | 'LeadCaptured'
  | 'LeadAssigned'
  | 'LeadContacted'
  | 'LeadResponseMissed'
  | 'LeadDisqualified'
  | 'LeadRecycled'
  | 'LeadConverted'
>;

/** What counts from when it occurred. */
const said = (duty: LeadDuty, values: Partial<Pick<LeadDuty, 'owner' | 'respondBy'>>, at: string): LeadDuty => {
  const latest = latestOf(duty.since, values, at);
  return { ...duty, ...latest.values, since: latest.since };
};

/** One document for each lead, whatever the settings, for policies. */
export const leadDuties = projection<Source, LeadDuty>()({
  name: 'lead-duties',
  version: 2,
  key: ({ data }) => data.leadId,
  on: {
    LeadCaptured: (_, { data: { leadId, owner } }) => ({
      ...{ leadId, open: true, owner: owner?.id ?? null, recycleOn: null, respondBy: null, since: {} },
    }),
    LeadAssigned: whenKnown((duty, { data: { owner, respondBy = null }, occurredAt }) =>
      said(duty, { owner: owner.id, respondBy }, occurredAt),
    ),
    LeadContacted: whenKnown((duty, { occurredAt }) => said(duty, { respondBy: null }, occurredAt)),
    LeadResponseMissed: whenKnown((duty, { occurredAt }) => said(duty, { respondBy: null }, occurredAt)),
    LeadDisqualified: whenKnown((duty, { data: { recycleOn = null } }) => ({ ...duty, open: false, recycleOn })),
    LeadConverted: whenKnown((duty) => ({ ...duty, open: false, recycleOn: null })),
    LeadRecycled: whenKnown((duty) => ({ ...duty, open: true, recycleOn: null })),
  },
  fields: {
    openOwner: { of: ({ open, owner }) => (open ? owner : null) },
    recycleOn: { of: ({ recycleOn }) => recycleOn },
    respondBy: { of: ({ open, respondBy }) => (open ? respondBy : null) },
  },
  indexes: [['openOwner'], ['recycleOn'], ['respondBy']],
});
