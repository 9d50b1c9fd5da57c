import { leadDetails, type LeadEvent } from '@annals/contracts-leads';
import { latestOf } from '@annals/contracts-values';
import type { Of, RecordedEvent } from '@annals/event-sourcing';
import type { LeadDocument } from './lead.js';

/** A lead without its score, which follows from it. */
export type Unscored = Omit<LeadDocument, 'score' | 'evidence' | 'revision'>;

type Step<Type> = (lead: Unscored, event: RecordedEvent<Of<LeadEvent, Type>>) => Unscored;

const unsaid = Object.fromEntries(Object.keys(leadDetails.shape).map((name) => [name, null]));

export const captured = ({ data, occurredAt }: RecordedEvent<Of<LeadEvent, 'LeadCaptured'>>): Unscored =>
  ({
    ...{ ...unsaid, owner: null, formId: null, respondBy: null, assignment: null, ...data },
    ...{ status: 'new', customerId: null, capturedAt: occurredAt, openSince: occurredAt, since: {} },
    ...{ contacts: 0, firstContactAt: null, lastContactAt: null },
    ...{
      dealId: null,
      convertedAt: null,
      disqualifiedAt: null,
      reason: null,
      note: null,
      recycleOn: null,
      recycled: 0,
    },
  }) as Unscored;

/** What is said of a lead, each from when it occurred. */
export const said = (lead: Unscored, values: object, at: string): Unscored => {
  const latest = latestOf(lead.since, values, at);
  return { ...lead, ...latest.values, since: latest.since };
};

/** By whom it was assigned, and why; a contact, or the clock, ends the time to answer it. */
export const assigned: Step<'LeadAssigned'> = (lead, { data, occurredAt }) => {
  const { owner, respondBy = null, assignment = null } = data;
  return said(lead, { owner, respondBy, assignment }, occurredAt);
};

export const missed: Step<'LeadResponseMissed'> = (lead, { occurredAt }) => said(lead, { respondBy: null }, occurredAt);

/** A contact that is recorded late may be one before the lead was recycled. */
export const contacted: Step<'LeadContacted'> = (lead, { occurredAt: at }) => ({
  ...said(lead, { respondBy: null }, at),
  contacts: lead.contacts + 1,
  firstContactAt: lead.firstContactAt === null || at < lead.firstContactAt ? at : lead.firstContactAt,
  lastContactAt: lead.lastContactAt === null || at > lead.lastContactAt ? at : lead.lastContactAt,
  status: lead.status === 'new' && at >= lead.openSince ? 'contacted' : lead.status,
});

export const disqualified: Step<'LeadDisqualified'> = (lead, { data, occurredAt: disqualifiedAt }) => {
  const { reason, note = null, recycleOn = null } = data;
  return { ...lead, status: 'disqualified', disqualifiedAt, reason, note, recycleOn };
};

export const recycled: Step<'LeadRecycled'> = (lead, { data: { note = null }, occurredAt: openSince }) => ({
  ...{ ...lead, status: 'new', openSince, note, recycled: lead.recycled + 1 },
  ...{ disqualifiedAt: null, reason: null, recycleOn: null },
});

export const converted: Step<'LeadConverted'> = (lead, { data: { customerId, dealId = null }, occurredAt }) => ({
  ...{ ...lead, status: 'converted', customerId, dealId, convertedAt: occurredAt },
});
