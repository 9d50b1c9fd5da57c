import type { Cursor, Page, Query } from '@annals/event-sourcing';
import type { Collection, Document } from 'mongodb';
import { afterOf, filterOf, orderOf } from './conditions.js';
import { documentOf, type Kept } from './documents.js';
import type { Shape } from './shape.js';

export const find = async (collection: Collection<Kept>, shape: Shape, query: Query): Promise<Page> => {
  const { sort, limit } = query;
  const kept = await collection
    .find(restOf(shape, query), { limit: limit + 1 })
    .sort(orderOf(shape, sort))
    .toArray();
  const page = kept.slice(0, limit);
  const last = page.at(-1);
  return { documents: page.map(documentOf), next: last && kept.length > limit ? cursorOf(last, sort) : null };
};

/** The same page as a pipeline, without the cursor of the next one. */
export const findPipelineOf = (shape: Shape, query: Query): readonly Document[] => [
  { $match: restOf(shape, query) },
  { $sort: orderOf(shape, query.sort) },
  { $limit: query.limit },
];

const restOf = (shape: Shape, { where = [], sort, after }: Query) => {
  const filter = filterOf(shape, where);
  return after ? { $and: [filter, afterOf(sort, after)] } : filter;
};

const cursorOf = ({ _id, fields }: Kept, sort: Query['sort']): Cursor => ({
  value: sort ? (fields![sort.field] as Cursor['value']) : null,
  id: _id,
});

export const get = async (collection: Collection<Kept>, ids: readonly string[]) => {
  const kept = await collection.find(withIds(ids)).toArray();
  return kept.map(documentOf);
};

export const getPipelineOf = (ids: readonly string[]): readonly Document[] => [{ $match: withIds(ids) }];

const withIds = (ids: readonly string[]) => ({ _id: { $in: [...new Set(ids)] }, body: { $exists: true } });
