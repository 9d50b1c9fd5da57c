/** A small JSON document that cannot be derived from the log, such as an account. */
export type StoredRecord = {
  readonly kind: string;
  readonly id: string;
  /** Different after every write, also when a record is deleted and created again. */
  readonly revision: string;
  readonly body: object;
};

export type RecordWrite = {
  /** Lower-case words joined by hyphens. */
  readonly kind: string;
  readonly id: string;
  readonly body: object;
  /** Further names of the record; each belongs to at most one record of the kind. */
  readonly keys?: readonly string[];
};

/** The expected revision of a record that does not exist. */
export const NO_RECORD = null;
export type ExpectedRevision = string | typeof NO_RECORD;

/** `after` is the id after which the page begins. */
export type RecordPageQuery = { readonly limit: number; readonly after?: string | undefined };

/** Another process has written or deleted the record. Nothing was stored. */
export class RecordConflict extends Error {
  constructor(
    readonly kind: string,
    readonly id: string,
  ) {
    super(`The ${kind} ${id} has been changed by another process.`);
  }
}

/** Another record of the kind has one of the keys. Nothing was stored. */
export class RecordKeyTaken extends Error {
  constructor(
    readonly kind: string,
    readonly id: string,
  ) {
    super(`A key of the ${kind} ${id} belongs to another record.`);
  }
}

/**
 * The store of records, which a rebuild never touches. Every adapter passes `recordStoreContract` of @annals/testing.
 * Writes are atomic, and durable when they return.
 */
export abstract class RecordStore {
  abstract get(kind: string, id: string): Promise<StoredRecord | undefined>;

  /** The record of the kind that has this key. */
  abstract find(kind: string, key: string): Promise<StoredRecord | undefined>;

  /** The records of a kind, sorted by id in the order of code points. */
  abstract list(kind: string, query: RecordPageQuery): Promise<readonly StoredRecord[]>;

  /** The kinds that have records, sorted. */
  abstract kinds(): Promise<readonly string[]>;

  /** The keys of a record, sorted; none if it does not exist. */
  abstract keysOf(kind: string, id: string): Promise<readonly string[]>;

  /** Creates or replaces a record with its keys. Throws `RecordConflict` and `RecordKeyTaken`. */
  abstract put(record: RecordWrite, expected: ExpectedRevision): Promise<StoredRecord>;

  /** Throws `RecordConflict` if the record is not at this revision. */
  abstract delete(kind: string, id: string, expected: string): Promise<void>;

  abstract close(): Promise<void>;
}

const PAGE = 200; // records

/** All records of a kind, page by page. */
export async function* allRecords(store: RecordStore, kind: string): AsyncGenerator<StoredRecord> {
  let after: string | undefined;
  do {
    const page = await store.list(kind, { limit: PAGE, after });
    yield* page;
    after = page.length < PAGE ? undefined : page.at(-1)!.id;
  } while (after !== undefined);
}

/** Creates a record unless it exists; returns the stored one. Throws `RecordKeyTaken`. */
export const createRecord = async (store: RecordStore, record: RecordWrite): Promise<StoredRecord> => {
  try {
    return await store.put(record, NO_RECORD);
  } catch (error) {
    const there = error instanceof RecordConflict ? await store.get(record.kind, record.id) : undefined;
    if (!there) throw error;
    return there;
  }
};

/** Replaces a record by what `change` makes of it, again if another process was faster. Throws errors of `change` and `RecordKeyTaken`. */
export const changeRecord = async (
  store: RecordStore,
  { kind, id }: Pick<RecordWrite, 'kind' | 'id'>,
  change: (present: StoredRecord | undefined) => Pick<RecordWrite, 'body' | 'keys'>,
): Promise<StoredRecord> => {
  for (;;) {
    const present = await store.get(kind, id);
    try {
      return await store.put({ kind, id, ...change(present) }, present?.revision ?? NO_RECORD);
    } catch (error) {
      if (!(error instanceof RecordConflict)) throw error;
    }
  }
};
