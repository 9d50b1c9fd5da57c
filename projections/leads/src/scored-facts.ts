import type { ScoredFacts } from '@annals/analytics';
import { knownOf } from '@annals/contracts-leads';
import type { LeadDocument } from './lead.js';

type Said = Omit<LeadDocument, 'score' | 'evidence' | 'revision'>;

const one = (value: string | null) => (value === null ? [] : [value]);
const attributesOf = (attributes: LeadDocument['attributes']) =>
  Object.entries(attributes ?? {}).map(([name, value]) => [`attributes.${name}`, [`${value}`]] as const);

/** The facts of a lead that points are given for. */
export const scoredFacts = (lead: Said): ScoredFacts => ({
  source: [lead.source],
  channel: one(lead.channel),
  campaignId: one(lead.campaignId),
  country: one(lead.country),
  region: one(lead.region),
  language: one(lead.language),
  industry: one(lead.industry),
  products: lead.products ?? [],
  has: [...knownOf(lead), ...(lead.contacts > 0 ? ['contact'] : [])],
  ...Object.fromEntries(attributesOf(lead.attributes)),
});
