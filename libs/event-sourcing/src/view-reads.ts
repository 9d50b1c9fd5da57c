import type { Aggregation, Group, Query, StoredDocument } from './document-store.js';

/** A read of the collection that serves a view: documents by id, documents that a query finds, or groups of them. */
export type ViewRead = {
  readonly view: string;
  /** An earlier read by id without whose document there is nothing to find: a store may then skip this one. */
  readonly unless?: number;
} & ({ readonly ids: readonly string[] } | { readonly query: Query } | { readonly aggregation: Aggregation });

/** The fields that a read needs. */
export const fieldsRead = (read: ViewRead): readonly string[] => {
  if ('ids' in read) return [];
  if ('aggregation' in read) {
    const { where = [], groupBy, sum = [], amounts = [] } = read.aggregation;
    return [...where.map(({ field }) => field), ...groupBy, ...sum, ...amounts];
  }
  return fieldsOfQuery(read.query);
};

/** The fields that a query looks at. */
export const fieldsOfQuery = ({ where = [], sort }: Query): readonly string[] => [
  ...where.map(({ field }) => field),
  ...(sort ? [sort.field] : []),
];

/**
 * What a read found. `checkpoint` is that of the collection; nothing found is older than it. It is 0, and nothing is found,
 * if none serves the view yet, or one of an older version of the view that lacks a field of the read.
 */
export type ViewPart = FoundPart & { readonly checkpoint: number };

/** What a read found, without the checkpoint of its collection. */
export type FoundPart = { readonly documents: readonly StoredDocument[]; readonly groups: readonly Group[] };

export const NO_PART: ViewPart = { checkpoint: 0, documents: [], groups: [] };

/**
 * Reads about any one subject, such as a customer. `of` puts its id into `ids` and into `is` of conditions, so that
 * a store can prepare the reads once for each such object.
 */
export type SubjectReads = { readonly of: (subject: string) => readonly ViewRead[] };

/** What the reads found, at the lowest checkpoint of their views. */
export type SubjectParts = {
  readonly checkpoint: number;
  /** A store may answer with the same array as before if it finds the same; so what is derived from it can be kept with it. */
  readonly parts: readonly FoundPart[];
};

/** The lowest checkpoint of parts. */
export const lowestOf = (parts: readonly ViewPart[]): number => Math.min(...parts.map(({ checkpoint }) => checkpoint));

/** Reads of several views at once. Every adapter passes `viewReadsContract` of @annals/testing. */
export abstract class ViewReads {
  /** The parts in the order of the reads, in one round trip to the store. */
  abstract readViews(reads: readonly ViewRead[]): Promise<readonly ViewPart[]>;

  /** The parts in the order of the reads about the subject, in one round trip to the store. */
  abstract readSubject(reads: SubjectReads, subject: string): Promise<SubjectParts>;
}
