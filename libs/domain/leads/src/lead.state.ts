import type { LeadChange, LeadEvent, LeadFacts } from '@annals/contracts-leads';
import { History, type Staff } from '@annals/contracts-values';
import { ImmutableMap, type Decider, type Of } from '@annals/event-sourcing';

type DataOf<Type> = Of<LeadEvent, Type>['data'];

/** What moves a lead on, in the order of its life. */
export type Move = 'capture' | 'disqualification' | 'recycling' | 'conversion';

/** What is said of a lead, each at its time; `end` is how it ended, and `null` where it was recycled. */
type Said = Readonly<Required<LeadChange>> & { readonly owner: Staff; readonly end: 'disqualified' | null };

export type Captured = {
  readonly status: 'open' | 'disqualified' | 'converted';
  readonly captured: DataOf<'LeadCaptured'>;
  readonly capturedAt: string;
  /** What was changed, assigned and ended, by when it occurred. */
  readonly history: History<Said>;
  readonly converted: DataOf<'LeadConverted'> | null;
  /** Whether its deal can be opened. */
  readonly dealDue: boolean;
  readonly contacts: ImmutableMap<DataOf<'LeadContacted'>>;
  /** When it was last contacted. */
  readonly contactedAt: string | null;
  /** How a rule assigned it to its owner, and whether the owner has not answered in time. */
  readonly routed: { readonly said: DataOf<'LeadAssigned'>; readonly at: string; readonly isMissed: boolean } | null;
  /** The last fact that moved the lead on, with what was said of it. */
  readonly moved: { readonly by: Move; readonly at: string; readonly said: object; readonly facts?: LeadFacts };
};

/** `null` until the lead is captured. */
export type Lead = Captured | null;

// What is said about a lead that was never captured changes nothing.
const changed =
  <Data>(step: (lead: Captured, data: Data, at: string) => Partial<Captured>) =>
  (lead: Lead, data: Data, { occurredAt }: { readonly occurredAt: string }): Lead =>
    lead && { ...lead, ...step(lead, data, occurredAt) };

const routedAs = (said: DataOf<'LeadAssigned'>, at: string) =>
  said.rule === undefined ? null : { said, at, isMissed: false };

export const evolve: Decider<never, Lead, LeadEvent>['evolve'] = {
  LeadCaptured: (_, captured, { occurredAt: capturedAt }) => ({
    ...{ status: 'open', captured, capturedAt, history: History.none(), contacts: ImmutableMap.empty() },
    ...{
      contactedAt: null,
      routed: null,
      converted: null,
      dealDue: false,
      moved: { by: 'capture', at: capturedAt, said: {} },
    },
  }),
  LeadAssigned: changed(({ history, routed }, said, at) => ({
    history: history.with({ owner: said.owner }, at),
    routed: routed && at < routed.at ? routed : routedAs(said, at),
  })),
  LeadResponseMissed: changed(({ routed }) => ({ routed: routed && { ...routed, isMissed: true } })),
  LeadChanged: changed(({ history }, { after }, at) => ({ history: history.with(after as Partial<Said>, at) })),
  LeadContacted: changed(({ contacts, contactedAt }, contact, at) => ({
    contacts: contacts.with(contact.contactId, contact),
    contactedAt: contactedAt !== null && contactedAt > at ? contactedAt : at,
  })),
  LeadDisqualified: changed(({ history }, { leadId: _, facts, ...said }, at) => ({
    ...{ status: 'disqualified', history: history.with({ end: 'disqualified' }, at) },
    moved: { by: 'disqualification', at, said, facts },
  })),
  LeadRecycled: changed(({ history }, { leadId: _, facts: __, ...said }, at) => ({
    ...{ status: 'open', history: history.with({ end: null }, at) },
    moved: { by: 'recycling', at, said },
  })),
  LeadConverted: changed((_, converted, at) => ({
    ...{ status: 'converted', converted, moved: { by: 'conversion', at, said: {} } },
  })),
  LeadDealDue: changed(() => ({ dealDue: true })),
};
