import { asFieldChange, valueAt, type CustomerProfile } from '@annals/contracts-customers';
import type { Identifier } from '@annals/event-sourcing';
import { normalAddress, normalIdentifier } from '@annals/text';
import { toCome, type Customer, type Registered } from './customer.state.js';

const NORMALISED = { organisationCode: normalIdentifier, taxNumber: normalIdentifier, email: normalAddress } satisfies {
  [Field in keyof CustomerProfile]?: (text: string) => string;
};

/**
 * The unique identifiers of a customer in normalised form, including those of pending changes, so that an accepted change
 * can take effect.
 */
export const identifiers = (customer: Customer): readonly Identifier[] =>
  (Object.keys(NORMALISED) as (keyof typeof NORMALISED)[]).flatMap((kind) => {
    const values = customer ? valuesOf(customer, kind).map(NORMALISED[kind]) : [];
    return [...new Set(values)].filter((value) => value !== '').map((value) => ({ kind, value }));
  });

const valuesOf = (customer: Registered, kind: string): readonly string[] => {
  const changes = toCome(customer)
    .flatMap((change) => change.changes.map(asFieldChange))
    .filter(({ field }) => field === kind);
  return [valueAt(customer.profile, kind), ...changes.map(({ after }) => after)].filter(
    (value) => typeof value === 'string',
  );
};
