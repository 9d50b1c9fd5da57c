import { NO_PROFILE, profileAfter, type DatedProfile, type ProfileEvent } from '@annals/contracts-customers';
import type { Staff } from '@annals/contracts-values';
import type { Course } from './course.js';
import type { ListedChange } from './listed-changes.js';
import { LISTED, withShortAttributes, type ListedProfile } from './profile.js';

/** The document of a customer in the list. */
export type ListedCustomer = DatedProfile<ListedProfile> &
  Course & {
    readonly customerId: string;
    /** The next one first. */
    readonly coming: readonly ListedChange[];
    readonly owner: Staff | null;
    /** When the owner was assigned. */
    readonly ownerSince: string | null;
    readonly lastContactAt: string | null;
    /** The user who registered the customer, and owns it until an owner is assigned. */
    readonly registeredBy: string | null;
    /** The files that are merged into it: it is found by what they say. */
    readonly merged: readonly MergedFile[];
  };

/** What a merged file says of its profile. */
export type MergedFile = DatedProfile<ListedProfile> & { readonly customerId: string };

/** A customer of whom nothing is known. */
export const BLANK = {
  ...{ ...NO_PROFILE, coming: [], owner: null, ownerSince: null },
  ...{ lastContactAt: null, registeredBy: null, merged: [] },
};

/** The customer after an event that says something of its profile. */
export const listedAfter = (customer: ListedCustomer, event: ProfileEvent): ListedCustomer => {
  const after = profileAfter(customer, event, LISTED);
  return after.profile === customer.profile ? after : { ...after, profile: withShortAttributes(after.profile) };
};

/** The customer after an event that says something of the profile of a merged one. */
export const withMergedFile = (
  customer: ListedCustomer,
  event: ProfileEvent & { readonly data: { readonly customerId: string } },
): ListedCustomer => {
  const { customerId } = event.data;
  const known = customer.merged.find((file) => file.customerId === customerId) ?? { ...NO_PROFILE, customerId };
  const file = profileAfter<MergedFile>(known, event, LISTED);
  const others = customer.merged.filter((other) => other.customerId !== customerId);
  return { ...customer, merged: [...others, { ...file, profile: withShortAttributes(file.profile) }] };
};

/** What the profiles of a customer and of the files that are merged into it have, its own first. */
export const inAll = (
  { profile, merged }: ListedCustomer,
  of: (profile: ListedProfile) => readonly string[],
): readonly string[] =>
  merged.length === 0 ? of(profile) : [...new Set([profile, ...merged.map((file) => file.profile)].flatMap(of))];

/** The id of the user who owns the customer: without an owner, the one who registered it. */
export const ownerOf = ({ owner, registeredBy }: ListedCustomer): string | null => owner?.id ?? registeredBy;

/** The marks by which users reach a customer: `owner:u-4`, `region:east`, `department:key-accounts`. */
export const scopesOf = (customer: ListedCustomer): readonly string[] => {
  const { region, department } = customer.profile;
  return Object.entries({ owner: ownerOf(customer), region, department }).flatMap(([kind, id]) =>
    typeof id === 'string' ? [`${kind}:${id}`] : [],
  );
};
