import { asFieldChange, valueAt, type CustomerProfile } from '@annals/contracts-customers';
import type { Identifier } from '@annals/event-sourcing';
import { normalAddress, normalIdentifier } from '@annals/text';
import { mergesIn, type Merge } from './customer.merges.js';
import { toCome, type Customer, type Registered } from './customer.state.js';

const NORMALISED = { organisationCode: normalIdentifier, taxNumber: normalIdentifier, email: normalAddress } satisfies {
  [Field in keyof CustomerProfile]?: (text: string) => string;
};

/**
 * The unique identifiers of a customer in normalised form, including those of pending changes, so that an accepted change
 * can take effect, and those that it gets back when a merge is undone. What a merged customer holds stays with that one.
 */
export const identifiers = (customer: Customer): readonly Identifier[] => {
  if (!customer) return [];
  const merges = mergesIn(customer.merges);
  if (merges.length === 0) return identifiersIn(valuesOf(customer));
  const lent = new Set(merges.flatMap((merge) => merge.identifiers.map(lentOf)));
  const own = identifiersIn([customer, ...merges.map(({ before }) => before)].flatMap(valuesOf));
  return own.filter((identifier) => !lent.has(textOf(identifier)));
};

/** The fields whose unique values a merged customer holds. */
export const lentFields = (
  customer: Registered,
  { identifiers: lent }: Pick<Merge, 'identifiers'>,
): readonly string[] => {
  const held = new Set(lent.map(lentOf));
  return identifiersIn(valuesOf({ profile: customer.profile }))
    .filter((identifier) => held.has(textOf(identifier)))
    .map(({ kind }) => kind);
};

const KINDS = Object.keys(NORMALISED) as (keyof typeof NORMALISED)[];

type Value = { readonly kind: keyof typeof NORMALISED; readonly value: string };

const textOf = ({ kind, value }: Identifier) => `${kind}/${value}`;

const lentOf = ({ kind, identifier }: Merge['identifiers'][number]) => `${kind}/${identifier}`;

const identifiersIn = (values: readonly Value[]): readonly Identifier[] => {
  const normal = values.map(({ kind, value }) => ({ kind, value: NORMALISED[kind](value) }));
  const known = new Map(normal.map((identifier) => [textOf(identifier), identifier]));
  return KINDS.flatMap((kind) => [...known.values()].filter((each) => each.kind === kind && each.value !== ''));
};

/** Of the customer and, of a registered one, of the changes to come. */
const valuesOf = (customer: Pick<Registered, 'profile'> & Partial<Registered>): readonly Value[] => {
  const changes = (customer.coming ? toCome(customer as Registered) : []).flatMap((change) => change.changes);
  return KINDS.flatMap((kind) => {
    const later = changes.map(asFieldChange).filter(({ field }) => field === kind);
    return [valueAt(customer.profile, kind), ...later.map(({ after }) => after)].flatMap((value) =>
      typeof value === 'string' ? [{ kind, value }] : [],
    );
  });
};
