import {
  ADDRESSES,
  CONTACT_PERSONS,
  type CustomerProfile,
  type FieldChange,
  type GivenProfile,
  type JsonValue,
} from '@annals/contracts-customers';
import { identified, lastNumber, sameContent } from '@annals/contracts-values';

/** The highest numbers that addresses and contact persons of a customer ever had. */
export type PartNumbers = { readonly addresses: number; readonly contactPersons: number };

export type PartField = keyof PartNumbers;

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

/** The key of an address or a contact person in the changes of a customer. */
export const partKey = (part: string): string => `part:${part}`;

/** The keys of the addresses and contact persons that a change adds, removes or changes. */
export const touched = ({ field, before, after }: FieldChange): readonly string[] => {
  if (!isPart(field)) return [];
  const [old, now] = [byId(field, before), byId(field, after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((id) => !sameContent(old.get(id), now.get(id)))
    .map(partKey);
};

const byId = (field: PartField, parts: JsonValue) =>
  new Map(((parts ?? []) as readonly Readonly<Record<string, string>>[]).map((part) => [part[PART_ID[field]]!, part]));

/** The names of the ids of parts. */
export const PART_ID = { addresses: ADDRESSES.id, contactPersons: CONTACT_PERSONS.id } as const;

const isPart = (field: string): field is PartField => field in NOTHING.partNumbers;
