import {
  asFieldChange,
  byPath,
  CustomerDataChanged,
  DataChangeTookEffect,
  replaces,
  sinceOf,
  valueAt,
  withChanges,
  withDatedChanges,
  type CustomerEvent,
  type CustomerProfile,
  type DatedProfile,
  type GivenProfile,
  type JsonValue,
  type ProfileChanges,
} from '@annals/contracts-customers';
import { addsNothingTo, sameContent } from '@annals/contracts-values';
import type { Days } from '@annals/event-sourcing';
import { expectBorn } from './customer.birth.js';
import { requireValidCodes } from './customer.codes.js';
import { comparedWith, differing, type Compared } from './customer.comparison.js';
import { valueWithIds } from './customer.parts.js';
import { customerFileProblems } from './customer.problems.js';
import { fieldsOf, toCome, type ComingChange, type Registered } from './customer.state.js';
import { toldAfter, type ChangeNotes } from './customer.told.js';

const { reject } = customerFileProblems;

const MOST_COMING = 50;

type ChangeRequest = {
  readonly customerId: string;
  readonly changes: ProfileChanges;
  readonly occurredAt?: string | undefined;
} & {
  readonly [Note in keyof ChangeNotes]?: NonNullable<ChangeNotes[Note]> | undefined;
};

/**
 * A change of the profile: at once, or on its effective date if that is later than the day of `at`. It is compared with the
 * profile as it will be on that date; a change from before a later one with the profile as it was then. Throws a
 * `Rejection`.
 */
export const changeOf = (
  request: ChangeRequest,
  customer: Registered,
  days: Days,
  at: Date,
): readonly CustomerEvent[] => {
  const today = days.dayOf(at);
  const { customerId, reason = null, source = null, effectiveDate = today } = request;
  const isLater = effectiveDate > today;
  const due = dueOn(customer, latest(effectiveDate, today));
  const then = after(customer, due);
  const since = sinceOf(effectiveDate, isLater ? undefined : at.toISOString());
  const compared = wantedBy(request, then).map(([field, after]) =>
    comparedWith(then, { ...request, field, after, since }),
  );
  const changes = differing(compared);
  if (fieldsOf(changes).includes('kind')) reject('CustomerKindNeverChanges', { kind: customer.profile.kind });
  if (changes.length === 0) return unchanged(request, compared, due);
  const values = withChanges<Partial<CustomerProfile>>({}, changes);
  expectBorn(values, today);
  requireValidCodes(values);
  const data = { customerId, changes, reason, source, effectiveDate };
  if (isLater) return [CustomerDataChanged.event({ ...data, number: nextNumber(customer) })];
  // Due changes are applied in order of their dates, even if the clock is late.
  return [...tookEffect(customer, due), CustomerDataChanged.event(data)];
};

const latest = (...days: readonly string[]) => days.toSorted().at(-1)!;

const dueOn = (customer: Registered, day: string) =>
  toCome(customer).filter(({ effectiveDate }) => effectiveDate <= day);

const after = (customer: Registered, due: readonly ComingChange[]) =>
  due.reduce<Registered>(
    (known, change) => ({
      ...withDatedChanges(known, change.changes, change.effectiveDate),
      told: toldAfter(known.told, change, change.effectiveDate),
    }),
    customer,
  );

/** The customer with the changes that are due on a day, even if the clock is late. */
export const customerOn = (customer: Registered, day: string): Registered => after(customer, dueOn(customer, day));

/** The given values that differ from the profile, by path; `undefined` if none does. */
export const changesTo = (
  customerId: string,
  given: GivenProfile,
  customer: Registered,
): ProfileChanges | undefined => {
  const wanted = wantedBy({ customerId, changes: byPath(given) }, customer);
  const changed = wanted.filter(([field, after]) => !sameContent(valueAt(customer.profile, field), after));
  return changed.length > 0 ? Object.fromEntries(changed) : undefined;
};

/** Changes take effect one after another, each on the result of the one before. */
export const tookEffect = (customer: Registered, due: readonly ComingChange[]): readonly CustomerEvent[] => {
  const { customerId } = customer;
  let known: DatedProfile<CustomerProfile> = customer;
  return due.map(({ number, effectiveDate, changes }) => {
    const effects = differing(
      changes
        .map(asFieldChange)
        .filter(({ field }) => replaces(known, field, effectiveDate))
        .map(({ field, after }) => ({ field, before: valueAt(known.profile, field), after })),
    );
    known = withDatedChanges(known, effects, effectiveDate);
    return DataChangeTookEffect.event({ customerId, number, effectiveDate, changes: effects });
  });
};

const wantedBy = (
  { customerId, changes }: ChangeRequest,
  known: Registered,
): readonly (readonly [field: string, after: JsonValue])[] =>
  Object.entries(changes).map(([field, given]) => [field, valueWithIds(customerId, field, given, known)]);

/** Nothing differs: the change is repeated, or refused because its notes differ from those of the known change. */
const unchanged = (
  { customerId, changes, reason, source, effectiveDate }: ChangeRequest,
  compared: readonly Compared[],
  due: readonly ComingChange[],
): readonly CustomerEvent[] => {
  const fields = Object.keys(changes);
  const coming = due.findLast((change) => fieldsOf(change.changes).some((field) => fields.includes(field)));
  const told = compared.flatMap((each) => each.told ?? []).toSorted((a, b) => (a.since < b.since ? -1 : 1));
  // Fields that have come from elsewhere on the same day do not make a repetition another change.
  const newest = told.filter(({ since }) => since === told.at(-1)?.since).map(({ notes }) => notes);
  const known = coming ? [coming] : newest;
  const isKnown = known.length === 0 || known.some((last) => addsNothingTo({ reason, source, effectiveDate }, last));
  return isKnown ? [] : reject('DataAlreadyChanged', { customerId });
};

const nextNumber = (customer: Registered) =>
  toCome(customer).length < MOST_COMING
    ? customer.laterChanges + 1
    : reject('TooManyChangesToCome', { most: MOST_COMING });
