import type { DocumentStore } from '@annals/event-sourcing';
import type { AnyProjection } from '../views/any-projection.js';

/** The size of a collection; `states` counts its documents by their status field, if there is one. */
export type Content = {
  readonly collection: string;
  readonly documents: number;
  readonly states?: Readonly<Record<string, number>>;
};

const SAYING = ['state', 'status'];

export const contentOf = async (
  store: DocumentStore,
  { fields = {} }: AnyProjection,
  collection: string,
): Promise<Content> => {
  const documents = await store.count(collection);
  const field = SAYING.find((name) => fields[name] && 'of' in fields[name]);
  if (field === undefined) return { collection, documents };
  const groups = await store.aggregate(collection, { groupBy: [field] });
  return { collection, documents, states: Object.fromEntries(groups.map(({ key, count }) => [`${key[0]}`, count])) };
};
