import {
  asFieldChange,
  CustomerDataChanged,
  DataChangeTookEffect,
  recordedChange,
  schemaAt,
  valueAt,
  withChanges,
  type CustomerEvent,
  type CustomerProfile,
  type GivenProfile,
  type JsonValue,
  type ProfileChanges,
} from '@annals/contracts-customers';
import { addsNothing, sameContent } from '@annals/contracts-values';
import { expectBorn } from './customer.birth.js';
import { requireValidCodes } from './customer.codes.js';
import { valueWithIds } from './customer.parts.js';
import { customerFileProblems } from './customer.problems.js';
import { fieldsOf, toCome, type ChangeNotes, type ComingChange, type Registered } from './customer.state.js';

const { reject } = customerFileProblems;

const MOST_COMING = 50;

type ChangeRequest = { readonly customerId: string; readonly changes: ProfileChanges } & {
  readonly [Note in keyof ChangeNotes]?: NonNullable<ChangeNotes[Note]> | undefined;
};

/**
 * A change of the profile: at once, or on its effective date if that is later than `today`. It is compared with the profile
 * as it will be on that date. Throws a `Rejection`.
 */
export const changeOf = (request: ChangeRequest, customer: Registered, today: string): readonly CustomerEvent[] => {
  const { customerId, reason = null, source = null, effectiveDate = today } = request;
  const isLater = effectiveDate > today;
  const day = isLater ? effectiveDate : today;
  const due = toCome(customer).filter((change) => change.effectiveDate <= day);
  const before = due.reduce((profile, { changes }) => withChanges(profile, changes), customer.profile);
  const changes = differences(before, wantedBy(request, { ...customer, profile: before }));
  if (fieldsOf(changes).includes('kind')) reject('CustomerKindNeverChanges', { kind: before.kind });
  if (changes.length === 0) return unchanged(request, customer, due);
  const after = withChanges<Partial<CustomerProfile>>({}, changes);
  expectBorn(after, today);
  requireValidCodes(after);
  const data = { customerId, changes, reason, source, effectiveDate };
  if (isLater) return [CustomerDataChanged.event({ ...data, number: nextNumber(customer) })];
  // Due changes are applied in order of their dates, even if the clock is late.
  return [...tookEffect(customerId, customer.profile, due), CustomerDataChanged.event(data)];
};

/** The given values that differ from the profile, by path; `undefined` if none does. */
export const changesTo = (
  customerId: string,
  given: GivenProfile,
  customer: Registered,
): ProfileChanges | undefined => {
  const wanted = wantedBy({ customerId, changes: byPath(given) }, customer);
  const differing = wanted.filter(([field, after]) => !sameContent(valueAt(customer.profile, field), after));
  return differing.length > 0 ? Object.fromEntries(differing) : undefined;
};

const byPath = (given: GivenProfile): ProfileChanges =>
  Object.fromEntries(
    Object.entries(given as Readonly<Record<string, JsonValue>>).flatMap(([name, value]) =>
      schemaAt(name)
        ? [[name, value] as const]
        : Object.entries(Object(value) as ProfileChanges).map(([member, each]) => [`${name}.${member}`, each] as const),
    ),
  );

/** Changes take effect one after another, each on the result of the one before. */
export const tookEffect = (
  customerId: string,
  profile: CustomerProfile,
  due: readonly ComingChange[],
): readonly CustomerEvent[] => {
  let before = profile;
  return due.map(({ number, effectiveDate, changes }) => {
    const effects = differences(
      before,
      changes.map(asFieldChange).map(({ field, after }) => [field, after]),
    );
    before = withChanges(before, effects);
    return DataChangeTookEffect.event({ customerId, number, effectiveDate, changes: effects });
  });
};

type Wanted = readonly (readonly [field: string, after: JsonValue])[];

const wantedBy = ({ customerId, changes }: ChangeRequest, known: Registered): Wanted =>
  Object.entries(changes).map(([field, given]) => [field, valueWithIds(customerId, field, given, known)]);

const differences = (profile: CustomerProfile, wanted: Wanted) =>
  wanted
    .map(([field, after]) => ({ field, before: valueAt(profile, field), after }))
    .filter(({ before, after }) => !sameContent(before, after))
    .map(recordedChange);

/** Nothing differs: the change is repeated, or refused because its notes differ from those of the known change. */
const unchanged = (
  { customerId, changes, reason, source, effectiveDate }: ChangeRequest,
  customer: Registered,
  due: readonly ComingChange[],
): readonly CustomerEvent[] => {
  const fields = Object.keys(changes);
  const coming = due.findLast((change) => fieldsOf(change.changes).some((field) => fields.includes(field)));
  const last = coming ?? customer.changes.lastOf(fields);
  const isKnown = !last || addsNothing({ reason, source, effectiveDate }, last);
  return isKnown ? [] : reject('DataAlreadyChanged', { customerId });
};

const nextNumber = (customer: Registered) =>
  toCome(customer).length < MOST_COMING
    ? customer.laterChanges + 1
    : reject('TooManyChangesToCome', { most: MOST_COMING });
