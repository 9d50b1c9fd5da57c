import type { components } from '../../generated/api.js';

type Lead = components['schemas']['NamedLead'];

/** What a lead is called: by its company, its name, or how it can be reached. */
export const nameOf = ({ company, name, emails, phones }: Lead): string | undefined =>
  [company, name].filter(Boolean).join(', ') || emails?.[0] || phones?.[0];
