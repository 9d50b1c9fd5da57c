import type { Evidence, LifecycleFacts, Note } from './lifecycle-facts.js';

/** A record but for one of its entries. */
export const without = <T>(record: Readonly<Record<string, T>>, key: string) =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));

type DealAtStep = { readonly dealId: string; readonly step: string };

const EARLY = ['need-found', 'contact-and-sample'];

export const pursue = (facts: LifecycleFacts, { dealId, step }: DealAtStep, evidence: Evidence): LifecycleFacts => {
  const others = without(facts.pursued, dealId);
  return { ...facts, pursued: EARLY.includes(step) ? others : { ...others, [dealId]: evidence } };
};

type Close = DealAtStep & { readonly outcome: 'won' | 'lost' };

export const close: Note<Close> = (facts, { dealId, outcome, step }, evidence, kept) => {
  const closed = { ...facts, pursued: without(facts.pursued, dealId) };
  if (outcome === 'won') {
    const others = facts.won.filter((deal) => deal.dealId !== dealId);
    const won = [...others, { ...evidence, dealId }];
    const newestFirst = won.toSorted((a, b) => Date.parse(b.occurredAt) - Date.parse(a.occurredAt));
    return { ...closed, won: newestFirst.slice(0, kept) };
  }
  return EARLY.includes(step) ? closed : { ...closed, shelved: [dealId, ...facts.shelved].slice(0, kept) };
};

export const reopen: Note<{ readonly dealId: string }> = (facts, { dealId }, evidence) => {
  const wasPursued = facts.shelved.includes(dealId) || facts.won.some((deal) => deal.dealId === dealId);
  return {
    ...facts,
    won: facts.won.filter((deal) => deal.dealId !== dealId),
    shelved: facts.shelved.filter((shelved) => shelved !== dealId),
    pursued: wasPursued ? { ...facts.pursued, [dealId]: evidence } : facts.pursued,
  };
};
