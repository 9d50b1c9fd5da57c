import { close, doBusiness, forget, goOn, later, lose, pursue, reopen, winBack, without } from './lifecycle-deals.js';
import type { Evidence, LifecycleFact, LifecycleFacts, Note } from './lifecycle-note.js';

/** Activity of the customer or with the customer. Old facts may be loaded late, so the latest occurrence counts. */
const active =
  <Data>(note: Note<Data> = (facts) => facts): Note<Data> =>
  (facts, data, evidence, kept) => ({
    ...note(facts, data, evidence, kept),
    lastActivityAt: later(facts.lastActivityAt, evidence.occurredAt),
  });

const activity = active<unknown>();

type Contact = { readonly direction: string; readonly outcome: string; readonly response: string };

/** A message left or an unanswered call is not activity of the customer. */
const heard = ({ direction, outcome, response }: Contact) =>
  outcome !== 'wrong-number' && (direction === 'inbound' || outcome === 'reached' || response !== 'none');

type Tenure = { readonly tenureMonths?: number | undefined } | null | undefined;

const withTenure = (facts: LifecycleFacts, value: Tenure, evidence: Evidence, since: string): LifecycleFacts => {
  const { tenure: known } = facts;
  const isRegistered = known?.type === 'CustomerRegistered' && evidence.occurredAt >= known.occurredAt;
  if (known && since < known.since && !isRegistered) return facts;
  return { ...facts, tenure: { ...evidence, since, months: value?.tenureMonths ?? 0 } };
};

/** Fields that the lifecycle does not use may have any type. */
type Change = { readonly field: string; readonly after?: unknown };

const tenureAfter = ({ field, after }: Change): Tenure =>
  field === 'value' ? (after as Tenure) : { tenureMonths: after as number };

type Changed = { readonly changes: readonly Change[]; readonly effectiveDate: string };

/** By when the change took effect; old facts may be loaded late. */
const changed = (facts: LifecycleFacts, { changes }: Changed, evidence: Evidence, since: string) => {
  const change = changes.find(({ field }) => field === 'value' || field === 'value.tenureMonths');
  return change ? withTenure(facts, tenureAfter(change), evidence, since) : facts;
};

type OfComplaint = { readonly complaintId: string };

const complain: Note<OfComplaint> = (facts, { complaintId }, evidence) => ({
  ...facts,
  unresolved: { ...facts.unresolved, [complaintId]: evidence },
});

const settled: Note<OfComplaint> = (facts, { complaintId }) => ({
  ...facts,
  unresolved: without(facts.unresolved, complaintId),
});

const NOTES = {
  CustomerRegistered: active((facts, { profile }: { profile: { value?: Tenure } }, evidence) =>
    withTenure(facts, profile.value, evidence, evidence.occurredAt.slice(0, 10)),
  ),
  CustomerDataChanged: (facts, change: Changed & { number?: number | undefined }, evidence) =>
    change.number === undefined // otherwise it takes effect later
      ? changed(facts, change, evidence, `${change.effectiveDate} ${evidence.occurredAt}`)
      : facts,
  DataChangeTookEffect: (facts, change: Changed, evidence) => changed(facts, change, evidence, change.effectiveDate),
  NeedRecorded: activity,
  ContactPreferenceSet: activity,
  ConsentGiven: activity,
  ConsentWithdrawn: activity,
  CustomerLost: lose,
  CustomerWonBack: active(winBack),
  CustomerFellSilent: (facts, { lastActivityAt }: { lastActivityAt: string }, evidence) => ({
    ...facts,
    silence: { ...evidence, since: lastActivityAt },
  }),
  ContactMade: (facts, contact: Contact, evidence, kept) =>
    heard(contact) ? active()(facts, contact, evidence, kept) : facts,
  DealOpened: active(pursue),
  DealAdvanced: active(goOn),
  DealChanged: activity,
  SampleSent: activity,
  DealClosed: active(close),
  DealReopened: active(reopen),
  DealWithdrawn: forget,
  ComplaintFiled: active(complain),
  ComplaintResolved: settled,
  ComplaintWithdrawn: settled,
  ComplaintReopened: active(complain),
  SatisfactionRated: activity,
  OrderPlaced: active((facts, _: unknown, evidence) => doBusiness(facts, evidence)),
} satisfies Record<string, Note<never>>;

type Notes = typeof NOTES;

/** A type of event that a lifecycle depends on. */
export type LifecycleType = keyof Notes;

/** The part of the data of each event type that a lifecycle depends on. */
export type LifecycleData = { readonly [Type in LifecycleType]: Parameters<Notes[Type]>[1] };

export const LIFECYCLE_TYPES = Object.keys(NOTES) as readonly LifecycleType[];

/** The facts after one more event; other event types leave them unchanged. `kept` limits the lists. */
export const noted = (facts: LifecycleFacts, fact: LifecycleFact, kept: number): LifecycleFacts => {
  const notes: Readonly<Record<string, Note<never>>> = NOTES;
  const { type, id, position, occurredAt, data } = fact;
  const note = notes[type];
  const known = { ...facts, latestAt: later(facts.latestAt, occurredAt) };
  return note ? note(known, data as never, { type, id, position, occurredAt }, kept) : facts;
};
