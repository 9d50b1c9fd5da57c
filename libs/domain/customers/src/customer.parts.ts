import {
  ADDRESSES,
  CONTACT_PERSONS,
  type CustomerProfile,
  type GivenProfile,
  type JsonValue,
} from '@annals/contracts-customers';
import { identified, lastNumber } from '@annals/contracts-values';

/** The highest numbers that addresses and contact persons of a customer ever had. */
export type PartNumbers = { readonly addresses: number; readonly contactPersons: number };

type Known = { readonly profile: Partial<CustomerProfile>; readonly partNumbers: PartNumbers };

const NOTHING: Known = { profile: {}, partNumbers: { addresses: 0, contactPersons: 0 } };

/** Adds the missing ids of the parts of a profile. Rejects with `PartNamedTwice`. */
export const withIds = (customerId: string, profile: GivenProfile, known: Known = NOTHING): CustomerProfile => {
  const { addresses, contactPersons } = profile;
  const identifiedIn = {
    ...(addresses && { addresses: identified(ADDRESSES, customerId, addresses, knownOf(known, 'addresses')) }),
    ...(contactPersons && {
      contactPersons: identified(CONTACT_PERSONS, customerId, contactPersons, knownOf(known, 'contactPersons')),
    }),
  };
  return { ...profile, ...identifiedIn } as CustomerProfile; // in the given order
};

/** Adds the missing ids to the new value of one field. */
export const valueWithIds = (customerId: string, field: string, value: JsonValue, known: Known): JsonValue => {
  if (!isPart(field) || value === null) return value;
  return (withIds(customerId, { [field]: value } as GivenProfile, known)[field] ?? null) as JsonValue;
};

/** The highest numbers after a profile was recorded. */
export const numbersAfter = (
  customerId: string,
  { addresses = [], contactPersons = [] }: Partial<CustomerProfile>,
  before: PartNumbers = NOTHING.partNumbers,
): PartNumbers => ({
  addresses: lastNumber(ADDRESSES, customerId, addresses, before.addresses),
  contactPersons: lastNumber(CONTACT_PERSONS, customerId, contactPersons, before.contactPersons),
});

const knownOf = <Field extends keyof PartNumbers>({ profile, partNumbers }: Known, field: Field) => ({
  parts: profile[field] ?? [],
  last: partNumbers[field],
});

const isPart = (field: string): field is keyof PartNumbers => field in NOTHING.partNumbers;
