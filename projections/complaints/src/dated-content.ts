import type { ComplaintEvent, Tier } from '@annals/contracts-complaints';
import { latestOf, type Since } from '@annals/contracts-values';
import type { Of, RecordedEvent } from '@annals/event-sourcing';

/** Since when the values of a complaint hold that were corrected or assigned. */
export type Dated = { readonly since: Since };

type Recorded<Type> = RecordedEvent<Of<ComplaintEvent, Type>>;

/** Of what is said of a complaint, the fact that occurred last counts, in whatever order the facts were recorded. */
export const datedAfter = {
  ComplaintAssigned: ({ since: known }: Dated, { data: { assignee }, occurredAt }: Recorded<'ComplaintAssigned'>) => {
    const { values, since } = latestOf(known, { assignee }, occurredAt);
    return { ...values, since };
  },

  ComplaintChanged: ({ since: known }: Dated, { data: { after }, occurredAt }: Recorded<'ComplaintChanged'>) =>
    latestOf(known, after, occurredAt),

  // A complaint never moves down.
  ComplaintEscalated: ({ tier }: { readonly tier: Tier }, { data: { to } }: Recorded<'ComplaintEscalated'>) => ({
    tier: to > tier ? to : tier,
  }),
};
