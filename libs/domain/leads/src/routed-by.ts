import type { LeadChange, Routed } from '@annals/contracts-leads';

const NAMES = ['source', 'region', 'country', 'language'] as const;

type Facts = Pick<Routed, (typeof NAMES)[number]>;

/** The facts by which a lead is assigned, without those that are not known. */
export const routedBy = (details: Pick<LeadChange, (typeof NAMES)[number]>): Facts =>
  Object.fromEntries(
    NAMES.map((name) => [name, details[name]] as const).filter(([, value]) => value !== null && value !== undefined),
  ) as Facts;
