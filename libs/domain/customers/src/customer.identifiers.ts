import type { CustomerProfile } from '@annals/contracts-customers';
import type { Identifier } from '@annals/event-sourcing';
import type { Customer } from './customer.state.js';

/** Full-width letters and digits, as Chinese files have them, are the same as plain ones. */
const written = (text: string) => text.normalize('NFKC').trim();
const code = (text: string) =>
  written(text)
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '');
const address = (text: string) => written(text).toLowerCase();

const NORMALISED = { organisationCode: code, taxNumber: code, email: address } satisfies {
  [Field in keyof CustomerProfile]?: (text: string) => string;
};

/** What only one customer may have, in the form in which it is compared. */
export const identifiers = (customer: Customer): readonly Identifier[] =>
  (Object.keys(NORMALISED) as (keyof typeof NORMALISED)[])
    .map((kind) => ({ kind, value: NORMALISED[kind](customer?.profile[kind] ?? '') }))
    .filter(({ value }) => value !== '');
