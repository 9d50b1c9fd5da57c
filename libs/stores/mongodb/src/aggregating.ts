import type { Aggregation, Group, Scalar } from '@annals/event-sourcing';
import type { Collection, Document, Long } from 'mongodb';
import { filterOf } from './conditions.js';
import type { Kept } from './documents.js';
import { decimalOf, LIMBS } from './limbs.js';
import { compare } from './scalars.js';
import { pathOf, type Shape } from './shape.js';

export type FoundGroup = { readonly _id: Readonly<Record<string, Scalar>>; readonly count: number } & Readonly<
  Record<`sum${number}` | `amount${number}${string}`, number | Long>
>;

/** A document belongs to a group for each of its values, so they are unwound first. */
export const pipelineOf = (
  shape: Shape,
  { where = [], groupBy, sum = [], amounts = [] }: Aggregation,
): readonly Document[] => {
  const apart = groupBy.filter((field) => shape.require(field) === 'many');
  sum.forEach((field) => shape.require(field, 'one'));
  amounts.forEach((field) => shape.require(field, 'amount'));
  const key = Object.fromEntries(groupBy.map((field, index) => [`key${index}`, `$${pathOf(field)}`] as const));
  const sums = sum.map((field, index) => [`sum${index}`, { $sum: `$${pathOf(field)}` }] as const);
  const limbs = amounts.flatMap((field, index) =>
    LIMBS.map((limb) => [`amount${index}${limb}`, { $sum: `$${pathOf(field)}.${limb}` }] as const),
  );
  return [
    { $match: filterOf(shape, where) },
    ...[...new Set(apart)].map((field) => ({ $unwind: `$${pathOf(field)}` })),
    { $group: { _id: key, count: { $sum: 1 }, ...Object.fromEntries([...sums, ...limbs]) } },
  ];
};

export const aggregate = async (
  collection: Collection<Kept>,
  shape: Shape,
  aggregation: Aggregation,
): Promise<readonly Group[]> => {
  const found = await collection.aggregate<FoundGroup>([...pipelineOf(shape, aggregation)]).toArray();
  return groupsOf(aggregation, found);
};

export const groupsOf = (
  { groupBy, sum = [], amounts = [] }: Aggregation,
  found: readonly FoundGroup[],
): readonly Group[] => {
  const groups = found.map((group) => ({
    key: groupBy.map((_, index) => group._id[`key${index}`] ?? null),
    count: group.count,
    sums: sum.map((_, index) => Number(String(group[`sum${index}`]))),
    amounts: amounts.map((_, index) => decimalOf(LIMBS.map((limb) => group[`amount${index}${limb}`]!))),
  }));
  return groups.toSorted((one, other) => compareKeys(one.key, other.key));
};

const compareKeys = (one: readonly Scalar[], other: readonly Scalar[]): number =>
  one.map((value, index) => compare(value, other[index]!)).find((difference) => difference !== 0) ?? 0;
