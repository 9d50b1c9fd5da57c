import { recordedChange, replaces, valueAt, type FieldChange, type JsonValue } from '@annals/contracts-customers';
import { sameContent } from '@annals/contracts-values';
import { type Registered } from './customer.state.js';
import { toldKey, type Told } from './customer.told.js';

/** A value that a field is to have since then, as `sinceOf` writes it. */
type Wanted = {
  readonly field: string;
  readonly after: JsonValue;
  readonly since: string;
  readonly occurredAt?: string | undefined;
};

/** The changes that change something. */
export const differing = (changes: readonly FieldChange[]) =>
  changes
    .filter(({ before, after }) => !sameContent(before, after))
    .map(({ field, before, after }) => recordedChange({ field, before, after }));

/** The value before and after, and the last change of the field until then. */
export type Compared = FieldChange & { readonly told: Told | undefined };

/**
 * A wanted value beside the value at that time. Only with an explicit time is a value that the field has recorded for an
 * earlier day, too.
 */
export const comparedWith = (customer: Registered, { field, after, since, occurredAt }: Wanted): Compared => {
  const present = valueAt(customer.profile, field);
  const isNow = replaces(customer, field, since) || (occurredAt === undefined && sameContent(present, after));
  const told = lastTold(customer, field, isNow ? LAST : since);
  const before = isNow ? present : told ? told.after : registeredValue(customer, field, since);
  return { field, before, after, told };
};

const LAST = '~'; // after all dates

const lastTold = ({ told }: Registered, field: string, since: string): Told | undefined => {
  const [key, last] = told.before(toldKey(field, `${since}~`)) ?? [];
  return key?.startsWith(toldKey(field, '')) ? last : undefined;
};

/** The value of the registration, unless that came later. */
const registeredValue = ({ registeredAs: profile, registeredAt }: Registered, field: string, since: string) =>
  replaces({ profile, registeredAt, since: {} }, field, since) ? valueAt(profile, field) : null;
