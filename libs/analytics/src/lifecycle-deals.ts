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
  facts.won.some((deal) => deal.dealId === dealId) ? facts : pursue(facts, { dealId, step: to }, evidence);

type Close = { readonly dealId: string; readonly outcome: 'won' | 'lost' };

export const close: Note<Close> = (facts, { dealId, outcome }, evidence, kept) => {
  const closed = { ...facts, pursued: without(facts.pursued, dealId) };
  if (outcome === 'lost') return closed;
  const won = [...wonWithout(facts, dealId), { ...evidence, dealId }];
  const newestFirst = won.toSorted((a, b) => Date.parse(b.occurredAt) - Date.parse(a.occurredAt));
  return { ...closed, won: newestFirst.slice(0, kept) };
};

export const reopen: Note<DealAtStep> = (facts, deal, evidence) =>
  pursue({ ...facts, won: wonWithout(facts, deal.dealId) }, deal, evidence);

const wonWithout = ({ won }: LifecycleFacts, dealId: string) => won.filter((deal) => deal.dealId !== dealId);
