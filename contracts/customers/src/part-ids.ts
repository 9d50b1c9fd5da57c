import { numbered } from '@annals/contracts-values';
import type { z } from 'zod';
import { recordedChange, type FieldChange, type RecordedChange } from './field-change.js';
import type { CustomerProfile, profileV1 } from './profile.js';
import { ADDRESSES, CONTACT_PERSONS } from './profile-parts.js';

/** Upcasts a profile from before its parts had ids. */
export const withPartIds = (customerId: string, profile: z.infer<typeof profileV1>): CustomerProfile => {
  const { addresses, contactPersons } = profile;
  return {
    ...profile, // in the order in which it was recorded
    ...(addresses && { addresses: numbered(ADDRESSES, customerId, addresses) }),
    ...(contactPersons && { contactPersons: numbered(CONTACT_PERSONS, customerId, contactPersons) }),
  } as CustomerProfile;
};

/** Upcasts a change from before parts had ids: each part gets an id by its place in the event. */
export const changeWithPartIds = (customerId: string, { field, before, after }: FieldChange): RecordedChange => {
  const kind = KINDS.get(field);
  const withIds = (value: FieldChange['before']) =>
    kind && Array.isArray(value) ? (numbered(kind, customerId, value as object[]) as typeof value) : value;
  return recordedChange({ field, before: withIds(before), after: withIds(after) });
};

const KINDS: ReadonlyMap<string, typeof ADDRESSES | typeof CONTACT_PERSONS> = new Map<
  string,
  typeof ADDRESSES | typeof CONTACT_PERSONS
>([
  ['addresses', ADDRESSES],
  ['contactPersons', CONTACT_PERSONS],
]);
