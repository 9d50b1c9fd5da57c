import type { Collection } from './collection.js';
import type { Lease } from './lease.js';

export type Scalar = string | number | boolean | null;
export type FieldValue = Scalar | readonly Scalar[];

/** `position` is that of the last event applied to the document. */
export type StoredDocument = { readonly id: string; readonly position: number; readonly body: object };

export type DocumentWrite = {
  readonly id: string;
  readonly position: number;
  /** `null` removes the document; its position is kept, so that an older event cannot restore it. */
  readonly body: object | null;
  readonly fields: Readonly<Record<string, FieldValue>>;
};

/** Documents and the checkpoint of their collection, written together. */
export type Commit = {
  readonly collection: string;
  readonly writes: readonly DocumentWrite[];
  /** Events up to `next` are applied; the store must be at `expected`. Without it the checkpoint is unchanged. */
  readonly checkpoint?: { readonly expected: number; readonly next: number };
};

/** Another process moved the checkpoint or removed the collection. Nothing was stored: read the checkpoint again. */
export class CheckpointConflict extends Error {
  constructor(readonly collection: string) {
    super(`The checkpoint of ${collection} has been moved by somebody else.`);
  }
}

/**
 * Conditions on one declared field. `from` is inclusive, `to` exclusive; both exclude values of another type, and null is
 * in no range; without either every document matches. Order: null, numbers, texts by code point, false, true.
 */
export type Condition = { readonly field: string } & (
  | { readonly is: Scalar }
  | { readonly in: readonly Scalar[] }
  | { readonly from?: Scalar | undefined; readonly to?: Scalar | undefined }
  | { readonly startsWith: string }
);

/** The position after a document in a sorted list. */
export type Cursor = { readonly value: Scalar; readonly id: string };

export type Query = {
  /** All must hold. */
  readonly where?: readonly Condition[];
  /** By a `one` field, then by id; `null` sorts first. By id alone without it. */
  readonly sort?: { readonly field: string; readonly descending?: boolean };
  readonly limit: number;
  readonly after?: Cursor | undefined;
};

export type Page = { readonly documents: readonly StoredDocument[]; readonly next: Cursor | null };

export type Aggregation = {
  readonly where?: readonly Condition[];
  /** Declared fields; a `many` field counts a document under each of its values. */
  readonly groupBy: readonly string[];
  /** `one` fields that hold safe integers. */
  readonly sum?: readonly string[];
  /** `amount` fields. */
  readonly amounts?: readonly string[];
};

/**
 * `key` has the values of `groupBy`, `sums` those of `sum`, and `amounts` the exact sums of `amounts` as decimal strings, in
 * their order. Sorted by key; none without documents.
 */
export type Group = {
  readonly key: readonly Scalar[];
  readonly count: number;
  readonly sums: readonly number[];
  readonly amounts: readonly string[];
};

/**
 * The documents of read models. Every adapter passes `documentStoreContract` of @annals/testing.
 * A write whose position is not above that of the stored document is ignored, so that repeated events do nothing.
 * A collection that was never opened: reads find nothing, `commit` throws `CheckpointConflict`.
 */
export abstract class DocumentStore {
  /** Creates the collection, empty and at checkpoint 0, unless it exists. */
  abstract open(collection: Collection): Promise<void>;

  /** Removes the collection and its checkpoint; does nothing if there is none. */
  abstract drop(name: string): Promise<void>;

  /** The names of the existing collections, sorted. */
  async collections(): Promise<readonly string[]> {
    return [...(await this.checkpoints()).keys()].toSorted();
  }

  /** `undefined` for a collection that does not exist. */
  abstract checkpoint(name: string): Promise<number | undefined>;
  /** Those of all existing collections by name, in any order, at the cost of one. */
  abstract checkpoints(): Promise<ReadonlyMap<string, number>>;

  /**
   * Atomic where the engine has transactions; otherwise each document is guarded by its position. Throws
   * `CheckpointConflict`, and `Fenced` if the given lease is not the latest of its name.
   */
  abstract commit(commits: readonly Commit[], lease?: Lease): Promise<void>;

  /** The documents with these ids, in any order, without missing and removed ones. */
  abstract get(name: string, ids: readonly string[]): Promise<readonly StoredDocument[]>;
  abstract find(name: string, query: Query): Promise<Page>;

  /** How many documents meet all conditions; `most` if they are that many or more, without looking at the rest. */
  abstract count(name: string, where?: readonly Condition[], most?: number): Promise<number>;

  abstract aggregate(name: string, aggregation: Aggregation): Promise<readonly Group[]>;

  abstract close(): Promise<void>;
}
