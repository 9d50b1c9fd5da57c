import { STEP, type ClosedCase } from '@annals/analytics';
import { knownOf, type LeadFacts } from '@annals/contracts-leads';
import type { LeadDocument } from './lead.js';

/** The steps of a lead before its end, in their order. */
export const LEAD_STEPS = ['new', 'contacted'] as const;

const TELLING = ['phone', 'email', 'company', 'need', 'budget'] as const;

const one = (value: string | null | undefined) => (value === null || value === undefined ? [] : [value]);

type Facts = { readonly [Name in keyof LeadFacts]: LeadFacts[Name] | null };

const valuesOf = (facts: Facts): ClosedCase['values'] => ({
  source: one(facts.source),
  channel: one(facts.channel),
  campaignId: one(facts.campaignId),
  country: one(facts.country),
  region: one(facts.region),
  language: one(facts.language),
  industry: one(facts.industry),
  products: facts.products ?? [],
  ...Object.fromEntries(TELLING.map((name) => [`has.${name}`, [facts.known?.includes(name) ? 'yes' : 'no']])),
});

/** A lead that has ended: one that was disqualified counts as lost, for the steps that it reached. */
export const closedLead = (facts: LeadFacts, isWon: boolean): ClosedCase => ({
  ...{ values: valuesOf(facts), isWon },
  steps: isWon || facts.contacted ? LEAD_STEPS : LEAD_STEPS.slice(0, 1),
});

/** The values of an open lead, by field. */
export const openLead = (lead: LeadDocument): ClosedCase['values'] => {
  const contacted = lead.contacts > 0;
  const facts = { ...lead, known: [...knownOf(lead)], contacted } as unknown as Facts;
  return { ...valuesOf(facts), [STEP]: [contacted ? 'contacted' : 'new'] };
};
