import type { Condition, Cursor, Query, Scalar } from '@annals/event-sourcing';
import type { Document, Filter } from 'mongodb';
import { afterPrefix, LOWEST, toStored, typesBeyond } from './scalars.js';
import { pathOf, type Shape } from './shape.js';
import type { Kept } from './documents.js';

const NOTHING = { $in: [] };

/** The documents that satisfy all conditions; removed documents have no body. */
export const filterOf = (shape: Shape, where: readonly Condition[]): Filter<Kept> => ({
  $and: [{ body: { $exists: true } }, ...where.flatMap((condition) => testOf(shape, condition))],
});

const testOf = (shape: Shape, condition: Condition): Document[] => {
  const kind = shape.require(condition.field);
  const operators = operatorsOf(condition);
  if (!operators) return [];
  // Otherwise different values could satisfy the two bounds of a range.
  return [{ [pathOf(condition.field)]: kind === 'many' ? { $elemMatch: operators } : operators }];
};

/** Nothing for a range without bounds. */
const operatorsOf = (condition: Condition): Document | undefined => {
  if ('is' in condition) return { $eq: toStored(condition.is) };
  if ('in' in condition) return { $in: condition.in.map(toStored) };
  if ('startsWith' in condition) return between(condition.startsWith, afterPrefix(condition.startsWith));
  const { from, to } = condition;
  if (from === undefined && to === undefined) return undefined;
  return isRange(from, to) ? between(from, to) : NOTHING;
};

const isRange = (from: Scalar | undefined, to: Scalar | undefined) => {
  const [one, other = one] = from === undefined ? [to] : [from, to];
  return one !== null && typeof one === typeof other;
};

const between = (from: Scalar | undefined, to: Scalar | undefined): Document => ({
  ...(from === undefined ? {} : { $gte: toStored(from) }),
  ...(to === undefined ? {} : { $lt: toStored(to) }),
});

/** By a field, then by id. */
export const orderOf = (shape: Shape, sort: Query['sort']): Map<string, 1 | -1> => {
  if (!sort) return new Map([['_id', 1]]);
  shape.require(sort.field, 'one');
  const direction = sort.descending ? -1 : 1;
  return new Map([
    [pathOf(sort.field), direction],
    ['_id', direction],
  ]);
};

/** The documents after a cursor: a part for each type, since a comparison stays within one. */
export const afterOf = (sort: Query['sort'], { value, id }: Cursor): Filter<Kept> => {
  if (!sort) return { _id: { $gt: id } };
  const { field, descending = false } = sort;
  const path = pathOf(field);
  const beyond = descending ? '$lt' : '$gt';
  const parts: Document[] = [{ [path]: { $eq: toStored(value) }, _id: { [beyond]: id } }];
  if (value !== null) parts.push({ [path]: { [beyond]: toStored(value) } });
  for (const type of typesBeyond(value, descending))
    parts.push({ [path]: type === 'null' ? { $eq: null } : { $gte: LOWEST[type] } });
  return { $or: parts };
};
