import type { Aggregation, Group, Query, StoredDocument } from './document-store.js';

/** A read of the collection that serves a view: documents by id, documents that a query finds, or groups. */
export type ViewRead = { readonly view: string } & (
  { readonly ids: readonly string[] } | { readonly query: Query } | { readonly aggregation: Aggregation }
);

/** What a read found. `checkpoint` is that of the collection, 0 if none serves the view; nothing found is older than it. */
export type ViewPart = {
  readonly checkpoint: number;
  readonly documents: readonly StoredDocument[];
  readonly groups: readonly Group[];
};

export const NO_PART: ViewPart = { checkpoint: 0, documents: [], groups: [] };

/** Reads of several views at once. Every adapter passes `viewReadsContract` of @annals/testing. */
export abstract class ViewReads {
  /** The parts in the order of the reads, in one round trip to the store. */
  abstract readViews(reads: readonly ViewRead[]): Promise<readonly ViewPart[]>;
}
