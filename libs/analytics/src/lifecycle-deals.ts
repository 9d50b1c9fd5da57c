import { isAfter, laterOf, type Evidence, type LifecycleFacts, type Note } from './lifecycle-note.js';

/** A record without one of its entries. */
export const without = <T>(record: Readonly<Record<string, T>>, key: string) =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));

type DealAtStep = { readonly dealId: string; readonly step: string };

const EARLY = ['need-found', 'contact-and-sample'];

export const pursue = (facts: LifecycleFacts, { dealId, step }: DealAtStep, evidence: Evidence): LifecycleFacts => {
  const others = without(facts.pursued, dealId);
  return { ...facts, pursued: EARLY.includes(step) ? others : { ...others, [dealId]: evidence } };
};

const pursueFrom = (facts: LifecycleFacts, { dealId, step }: DealAtStep, evidence: Evidence): LifecycleFacts => {
  const early = without(facts.early, dealId);
  return {
    ...pursue(facts, { dealId, step }, evidence),
    early: EARLY.includes(step) ? { ...early, [dealId]: evidence.occurredAt } : early,
  };
};

/** A won deal also advances: to after-sales and later steps. Of the steps of an open deal the one that occurred last counts. */
export const goOn: Note<{ readonly dealId: string; readonly to: string }> = (facts, { dealId, to }, evidence) => {
  const isWon = [...facts.won, ...facts.unpaid].some((deal) => deal.dealId === dealId);
  const known = facts.pursued[dealId]?.occurredAt ?? facts.early[dealId] ?? null;
  const isOvertaken = known !== null && Date.parse(known) > Date.parse(evidence.occurredAt);
  return isWon || isOvertaken ? facts : pursueFrom(facts, { dealId, step: to }, evidence);
};

type Value = { readonly amount: string };
type Close = { readonly dealId: string; readonly outcome: 'won' | 'lost'; readonly value: Value };

/** Only business that is paid for counts as won; any won deal is business. */
export const close: Note<Close> = (facts, { dealId, outcome, value }, evidence, kept) => {
  const closed = forget(facts, { dealId }, evidence, kept);
  if (outcome === 'lost') return closed;
  const list = /[1-9]/.test(value.amount) ? 'won' : 'unpaid';
  const newestFirst = [...closed[list], { ...evidence, dealId }].toSorted(
    (a, b) => Date.parse(b.occurredAt) - Date.parse(a.occurredAt),
  );
  return doBusiness({ ...closed, [list]: newestFirst.slice(0, kept) }, evidence);
};

/** As if it had never been opened; that something was done about it remains. */
export const forget: Note<{ readonly dealId: string }> = (facts, { dealId }) => ({
  ...forgotten(facts, dealId),
  ...{ pursued: without(facts.pursued, dealId), early: without(facts.early, dealId) },
});

export const reopen: Note<DealAtStep> = (facts, deal, evidence) =>
  pursueFrom(forgotten(facts, deal.dealId), deal, evidence);

/** The later of two instants. */
export const later = (one: string | null, other: string) =>
  one !== null && Date.parse(one) >= Date.parse(other) ? one : other;

/** Business that was done after the loss brings the customer back, whichever was recorded first. */
export const doBusiness = (facts: LifecycleFacts, { occurredAt }: Evidence): LifecycleFacts => ({
  ...facts,
  businessAt: later(facts.businessAt, occurredAt),
});

export const lose: Note<unknown> = (facts, _, evidence) => ({ ...facts, lost: laterOf(facts.lost, evidence) });

export const winBack: Note<unknown> = (facts, _, evidence) => ({ ...facts, wonBack: laterOf(facts.wonBack, evidence) });

const hasReturned = ({ businessAt }: LifecycleFacts, { occurredAt }: Evidence) =>
  businessAt !== null && Date.parse(businessAt) > Date.parse(occurredAt);

const lossOf = ({ lost, wonBack }: LifecycleFacts) => (lost && !(wonBack && isAfter(wonBack, lost)) ? lost : null);

/** The loss of a customer who is lost. */
export const standingLoss = (facts: LifecycleFacts): readonly Evidence[] | null => {
  const lost = lossOf(facts);
  return lost && !hasReturned(facts, lost) ? [lost] : null;
};

/** When a lost customer did business again, until it is recorded as won back; `null` otherwise. */
export const returnedAt = (facts: LifecycleFacts): string | null => {
  const lost = lossOf(facts);
  return lost && hasReturned(facts, lost) ? facts.businessAt : null;
};

const forgotten = (facts: LifecycleFacts, dealId: string): LifecycleFacts => ({
  ...facts,
  won: facts.won.filter((deal) => deal.dealId !== dealId),
  unpaid: facts.unpaid.filter((deal) => deal.dealId !== dealId),
});
