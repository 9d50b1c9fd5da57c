import type { Address } from './addresses.js';
import type { EvidenceCode } from './evidence.js';
import { isMisspelt } from './similarity.js';

/** The best that the addresses of two customers say; `null` if none is the same. */
export const addressCode = (one: readonly Address[], other: readonly Address[]): EvidenceCode | null => {
  const found = one.flatMap((left) => other.map((right) => codeOf(left, right)));
  return (['address-same', 'building-same'] as const).find((code) => found.includes(code)) ?? null;
};

const codeOf = (one: Address, other: Address): EvidenceCode | null => {
  if (one.number !== other.number || !isSameStreet(one.street, other.street) || !isSameTown(one, other)) return null;
  return agree(one.unit, other.unit) ? 'address-same' : 'building-same';
};

const isSameStreet = (one: string, other: string) =>
  one === other || (sortedWords(one) === sortedWords(other) && one !== '') || isMisspelt(one, other);

const sortedWords = (text: string) => text.split(' ').toSorted().join(' ');

/** By the postal code if both have one, else by the town. */
const isSameTown = (one: Address, other: Address) =>
  one.postalCode !== null && other.postalCode !== null
    ? one.postalCode === other.postalCode
    : agree(one.city, other.city);

const agree = (one: string | null, other: string | null) => one === null || other === null || one === other;
