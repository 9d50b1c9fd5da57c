import type { Cursor, Page, Query } from '@annals/event-sourcing';
import type { Collection } from 'mongodb';
import { afterOf, filterOf, orderOf } from './conditions.js';
import { documentOf, type Kept } from './documents.js';
import type { Shape } from './shape.js';

export const find = async (collection: Collection<Kept>, shape: Shape, query: Query): Promise<Page> => {
  const { where = [], sort, limit, after } = query;
  const order = orderOf(shape, sort);
  const filter = filterOf(shape, where);
  const rest = after ? { $and: [filter, afterOf(sort, after)] } : filter;
  const kept = await collection
    .find(rest, { limit: limit + 1 })
    .sort(order)
    .toArray();
  const page = kept.slice(0, limit);
  const last = page.at(-1);
  return { documents: page.map(documentOf), next: last && kept.length > limit ? cursorOf(last, sort) : null };
};

const cursorOf = ({ _id, fields }: Kept, sort: Query['sort']): Cursor => ({
  value: sort ? (fields![sort.field] as Cursor['value']) : null,
  id: _id,
});

export const get = async (collection: Collection<Kept>, ids: readonly string[]) => {
  const kept = await collection.find({ _id: { $in: [...new Set(ids)] }, body: { $exists: true } }).toArray();
  return kept.map(documentOf);
};
