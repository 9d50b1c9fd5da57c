import { asFieldChange, type RecordedChange } from './field-change.js';
import { byPath, valueAt, withValuesAt } from './profile-path.js';
import type { CustomerProfile } from './profile.js';

type Profile = Partial<CustomerProfile>;

/** A profile, and since when its values stand, so that a fact that is recorded late replaces no later one. */
export type DatedProfile<P extends Profile = Profile> = {
  readonly profile: P;
  /** By path, for values that were changed, removed ones too: see `sinceOf`. */
  readonly since: Readonly<Record<string, string>>;
  /** When the registration occurred; `null` before it. All other values of the profile are from it. */
  readonly registeredAt: string | null;
};

/** An event that says something of a profile. */
export type ProfileEvent = { readonly occurredAt: string } & (
  | { readonly type: 'CustomerRegistered'; readonly data: { readonly profile: CustomerProfile } }
  | {
      readonly type: 'CustomerDataChanged';
      readonly data: {
        readonly changes: readonly RecordedChange[];
        readonly effectiveDate: string;
        readonly number?: number | undefined;
      };
    }
  | {
      readonly type: 'DataChangeTookEffect';
      readonly data: { readonly changes: readonly RecordedChange[]; readonly effectiveDate: string };
    }
);

export const NO_PROFILE = { profile: {}, since: {}, registeredAt: null } as const;

/**
 * Since when a change stands, as text that sorts: its effective date, then when it occurred, such as
 * `2026-01-05 2026-01-05T09:00:00.000Z`; the date alone if it was announced before that day.
 */
export const sinceOf = (effectiveDate: string, occurredAt?: string): string =>
  occurredAt === undefined || isAnnounced(effectiveDate, occurredAt) ? effectiveDate : `${effectiveDate} ${occurredAt}`;

const EASTERNMOST = 14 * 3_600_000; // ms that the day of a time zone is ahead of UTC

const isAnnounced = (day: string, at: string) =>
  day > at.slice(0, 10) && day > new Date(Date.parse(at) + EASTERNMOST).toISOString().slice(0, 10);

/** Whether a change since then replaces the value of a field, because nothing later is known. */
export const replaces = ({ profile, since, registeredAt }: DatedProfile, field: string, from: string): boolean => {
  const known = latestOf(since, field);
  if (known !== '') return from >= known;
  if (registeredAt === null || valueAt(profile, field) === null) return true;
  return from >= dayOf(registeredAt) || occurredOf(from) >= registeredAt;
};

/** Registered values stand from the beginning of that day; of changes with an earlier effective date, those that were made later replace them. */
const outlives = (from: string, registeredAt: string) => from > dayOf(registeredAt) || occurredOf(from) >= registeredAt;

const dayOf = (instant: string) => instant.slice(0, 10);
const occurredOf = (since: string) => since.slice(11);
const groupOf = (field: string) => field.split('.', 1)[0]!;

/** Older events changed whole groups, too. */
const latestOf = (since: DatedProfile['since'], field: string): string => {
  const [own = '', group = ''] = [field, groupOf(field)].map((path) => (Object.hasOwn(since, path) ? since[path] : ''));
  return own > group ? own : group;
};

/** The profile after changes since then; a value for which a later fact is known stays as it is. */
export const withDatedChanges = <D extends DatedProfile>(
  known: D,
  changes: readonly RecordedChange[],
  from: string,
): D => {
  const latest = changes.map(asFieldChange).filter(({ field }) => replaces(known, field, from));
  if (latest.length === 0) return known;
  return {
    ...known,
    profile: withValuesAt(
      known.profile,
      latest.map(({ field, after }) => [field, after]),
    ),
    since: { ...known.since, ...Object.fromEntries(latest.map(({ field }) => [field, from])) },
  };
};

/** Live, a registration comes first; as of a moment, older changes come before it. */
const withRegistration = <D extends DatedProfile>(known: D, values: Profile, registeredAt: string): D => {
  const isFirst = Object.keys(known.since).length === 0;
  return isFirst
    ? { ...known, profile: { ...known.profile, ...values }, registeredAt }
    : { ...mixed(known, values, registeredAt), registeredAt };
};

const mixed = <D extends DatedProfile>(known: D, values: Profile, registeredAt: string): D => {
  const latest = Object.entries(byPath(values)).filter(([field]) => {
    const since = latestOf(known.since, field);
    return since === '' || !outlives(since, registeredAt);
  });
  const registered = new Set(latest.map(([field]) => field));
  const since = Object.fromEntries(Object.entries(known.since).filter(([field]) => !registered.has(field)));
  return { ...known, profile: withValuesAt(known.profile, latest), since };
};

/**
 * What is known of a profile after one more event, in whatever order the events were recorded: of each value, the fact that
 * took effect last counts. Only these `fields` are kept, if given.
 */
export const profileAfter = <D extends DatedProfile>(
  known: D,
  event: ProfileEvent,
  fields?: readonly (keyof CustomerProfile)[],
): D => {
  const isKept = (path: string) => !fields || (fields as readonly string[]).includes(groupOf(path));
  switch (event.type) {
    case 'CustomerRegistered': {
      const given = Object.entries(event.data.profile).filter(([name]) => isKept(name));
      return withRegistration(known, Object.fromEntries(given), event.occurredAt);
    }
    case 'CustomerDataChanged': {
      const { changes, effectiveDate, number } = event.data;
      if (number !== undefined) return known; // it takes effect later
      const kept = changes.filter(({ field }) => isKept(field));
      return withDatedChanges(known, kept, sinceOf(effectiveDate, event.occurredAt));
    }
    case 'DataChangeTookEffect': {
      const { changes, effectiveDate } = event.data;
      const kept = changes.filter(({ field }) => isKept(field));
      return withDatedChanges(known, kept, sinceOf(effectiveDate));
    }
  }
};
