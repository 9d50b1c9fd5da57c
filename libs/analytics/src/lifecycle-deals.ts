import type { Evidence, LifecycleFacts, Note } from './lifecycle-note.js';

/** A record without one of its entries. */
export const without = <T>(record: Readonly<Record<string, T>>, key: string) =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));

type DealAtStep = { readonly dealId: string; readonly step: string };

const EARLY = ['need-found', 'contact-and-sample'];

export const pursue = (facts: LifecycleFacts, { dealId, step }: DealAtStep, evidence: Evidence): LifecycleFacts => {
  const others = without(facts.pursued, dealId);
  return { ...facts, pursued: EARLY.includes(step) ? others : { ...others, [dealId]: evidence } };
};

/** A won deal also advances: to after-sales and later steps. */
export const goOn: Note<{ readonly dealId: string; readonly to: string }> = (facts, { dealId, to }, evidence) =>
  [...facts.won, ...facts.unpaid].some((deal) => deal.dealId === dealId)
    ? facts
    : pursue(facts, { dealId, step: to }, evidence);

type Value = { readonly amount: string };
type Close = { readonly dealId: string; readonly outcome: 'won' | 'lost'; readonly value: Value };

/** Only business that is paid for counts as won; any won deal brings a lost customer back. */
export const close: Note<Close> = (facts, { dealId, outcome, value }, evidence, kept) => {
  const closed = { ...forgotten(facts, dealId), pursued: without(facts.pursued, dealId) };
  if (outcome === 'lost') return closed;
  const list = /[1-9]/.test(value.amount) ? 'won' : 'unpaid';
  const newestFirst = [...closed[list], { ...evidence, dealId }].toSorted(
    (a, b) => Date.parse(b.occurredAt) - Date.parse(a.occurredAt),
  );
  return comeBack({ ...closed, [list]: newestFirst.slice(0, kept) }, evidence);
};

export const reopen: Note<DealAtStep> = (facts, deal, evidence) =>
  pursue(forgotten(facts, deal.dealId), deal, evidence);

/** Business that was done after the loss brings the customer back. */
export const comeBack = (facts: LifecycleFacts, { occurredAt }: Evidence): LifecycleFacts =>
  facts.lost && Date.parse(occurredAt) > Date.parse(facts.lost.occurredAt) ? { ...facts, lost: null } : facts;

/** A loss that is recorded after business that was done later changes nothing. */
export const lose: Note<unknown> = (facts, _, evidence) =>
  [...facts.won, ...facts.unpaid].some((deal) => Date.parse(deal.occurredAt) > Date.parse(evidence.occurredAt))
    ? facts
    : { ...facts, lost: evidence };

const forgotten = (facts: LifecycleFacts, dealId: string): LifecycleFacts => ({
  ...facts,
  won: facts.won.filter((deal) => deal.dealId !== dealId),
  unpaid: facts.unpaid.filter((deal) => deal.dealId !== dealId),
});
