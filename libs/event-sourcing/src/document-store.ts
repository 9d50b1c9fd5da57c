import type { Lease } from './lease.js';

export type Scalar = string | number | boolean | null;
export type FieldValue = Scalar | readonly Scalar[];

/** Where one version of a read model is kept. */
export type Collection = {
  readonly name: string;
  /** The declared fields: with one value a document, or with `many`, where a condition is met by any of them. */
  readonly fields: Readonly<Record<string, 'one' | 'many'>>;
  /** Each a list of `one` fields. Every `many` field has an index of its own. */
  readonly indexes: readonly (readonly string[])[];
};

/** `position` is that of the last event that the document has seen. */
export type StoredDocument = { readonly id: string; readonly position: number; readonly body: object };

export type DocumentWrite = {
  readonly id: string;
  readonly position: number;
  /** `null` removes the document; its position stays known, so that an older event cannot bring it back. */
  readonly body: object | null;
  readonly fields: Readonly<Record<string, FieldValue>>;
};

/** Documents and how far the log has been read to make them, written together. */
export type Commit = {
  readonly collection: string;
  readonly writes: readonly DocumentWrite[];
  /** Events up to `next` are in; the store must be at `expected` now. Without it the checkpoint stays, wherever it is. */
  readonly checkpoint?: { readonly expected: number; readonly next: number };
};

/** Another process has moved the checkpoint, or the collection is gone. Nothing was stored: read the checkpoint again. */
export class CheckpointConflict extends Error {
  constructor(readonly collection: string) {
    super(`The checkpoint of ${collection} has been moved by somebody else.`);
  }
}

/**
 * Conditions on one declared field. `from` is inclusive, `to` exclusive, both leave out values of another type, and null
 * is in no range; with neither every document meets it. Order: null, numbers, texts by code point, false, true.
 */
export type Condition = { readonly field: string } & (
  | { readonly is: Scalar }
  | { readonly in: readonly Scalar[] }
  | { readonly from?: Scalar | undefined; readonly to?: Scalar | undefined }
  | { readonly startsWith: string }
);

/** The place after a document in a sorted list. */
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
};

/** `key` has the values of `groupBy`, `sums` those of `sum`, in their order. Sorted by key; none without documents. */
export type Group = {
  readonly key: readonly Scalar[];
  readonly count: number;
  readonly sums: readonly number[];
};

/**
 * Where read models are kept. Every adapter passes `documentStoreContract` of @annals/testing.
 * A write whose position is not above that of the stored document is dropped, so that repeated events do nothing.
 * A collection that was never opened: reads find nothing, `commit` throws `CheckpointConflict`.
 */
export abstract class DocumentStore {
  /** Creates it, empty and at checkpoint 0, unless it is there. */
  abstract open(collection: Collection): Promise<void>;

  /** Removes the collection and its checkpoint; silent if there is none. */
  abstract drop(name: string): Promise<void>;

  /** The names of the collections that there are, sorted. */
  abstract collections(): Promise<readonly string[]>;

  /** How far the log has been read into a collection; `undefined` if there is none. */
  abstract checkpoint(name: string): Promise<number | undefined>;

  /**
   * All or nothing where the engine has transactions; else each document is guarded by its position. Throws
   * `CheckpointConflict`, and `Fenced` if the lease that is shown is not the last one of its name.
   */
  abstract commit(commits: readonly Commit[], lease?: Lease): Promise<void>;

  /** The documents with these ids, in no order; missing and removed ones are left out. */
  abstract get(name: string, ids: readonly string[]): Promise<readonly StoredDocument[]>;

  abstract find(name: string, query: Query): Promise<Page>;

  abstract count(name: string, where?: readonly Condition[]): Promise<number>;

  abstract aggregate(name: string, aggregation: Aggregation): Promise<readonly Group[]>;

  /** From now on, in one atomic step, readers of a view read this collection. */
  abstract serve(view: string, collection: string): Promise<void>;

  /** The collection that readers of a view read, `undefined` before the first `serve`. */
  abstract served(view: string): Promise<string | undefined>;

  /** A lease for so many milliseconds; `undefined` while another owner has it. An owner's new lease ends its last one. */
  abstract lease(name: string, owner: string, ttl: number): Promise<Lease | undefined>;

  /** So many milliseconds more from now; `false` if somebody has taken it over. */
  abstract renew(lease: Lease, ttl: number): Promise<boolean>;

  /** Lets others have it at once; silent if somebody has taken it over. */
  abstract release(lease: Lease): Promise<void>;

  /** The leases whose time is not over, of all names that begin so; sorted by name. */
  abstract leases(prefix: string): Promise<readonly Lease[]>;

  abstract close(): Promise<void>;
}
