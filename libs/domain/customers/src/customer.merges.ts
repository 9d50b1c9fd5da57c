import type { ContactPreference, CustomerEvent, CustomerProfile } from '@annals/contracts-customers';
import type { Staff } from '@annals/contracts-values';
import { ImmutableMap, type Found, type Of } from '@annals/event-sourcing';
import type { Words } from './customer.consents.js';
import { mergeFindings } from './merge.problems.js';

type DataOf<Type> = Of<CustomerEvent, Type>['data'];

/** What of a survivor a merge changes. */
export type BeforeMerge = {
  readonly profile: CustomerProfile;
  readonly owners: ImmutableMap<Staff>;
  readonly preferences: ImmutableMap<ContactPreference>;
  readonly words: Words;
};

/** A merge into the customer; `undone` is why it was undone, `null` while it holds. */
export type Merge = DataOf<'CustomersMerged'> & {
  readonly number: number;
  readonly at: string;
  readonly before: BeforeMerge;
  readonly undone: string | null;
};

export type Merges = {
  /** The customer into whom this one is merged, or is about to be. */
  readonly survivorId: string | null;
  /** The last merge with each other customer. */
  readonly of: ImmutableMap<Merge>;
  readonly count: number;
};

export const NO_MERGES: Merges = { survivorId: null, of: ImmutableMap.empty(), count: 0 };

/** The merges that hold, the last one at the end. */
export const mergesIn = ({ of }: Merges): readonly Merge[] =>
  of
    .values()
    .filter(({ undone }) => undone === null)
    .toSorted((one, other) => one.number - other.number);

/** The merge with a customer, by default the last one that holds. */
export const mergeWith = (merges: Merges, mergedId?: string): Merge | undefined =>
  mergedId === undefined ? (mergesIn(merges).at(-1) ?? lastUndone(merges)) : merges.of.get(mergedId);

const lastUndone = ({ of }: Merges) =>
  of
    .values()
    .toSorted((one, other) => one.number - other.number)
    .at(-1);

export const withMerge = (
  merges: Merges,
  merged: DataOf<'CustomersMerged'>,
  at: string,
  { profile, owners, preferences, words }: BeforeMerge,
): Merges => {
  const before = { profile, owners, preferences, words };
  const merge = { ...merged, number: merges.count, at, before, undone: null };
  return { ...merges, of: merges.of.with(merged.mergedId, merge), count: merges.count + 1 };
};

export const withUndone = (merges: Merges, { mergedId, reason }: DataOf<'MergeUndone'>): Merges => {
  const merge = merges.of.get(mergedId);
  return merge ? { ...merges, of: merges.of.with(mergedId, { ...merge, undone: reason }) } : merges;
};

/** Names the fields that stay although the merge changed them. */
export const mergeWarnings = ({ type, data }: CustomerEvent): readonly Found[] =>
  type === 'MergeUndone' ? data.kept.map((field) => mergeFindings.finding('KeptSinceMerge', { field })) : [];
