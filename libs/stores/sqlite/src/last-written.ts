import type { FieldValue } from '@annals/event-sourcing';
import type { Database, Statement } from 'better-sqlite3';
import type { Stored } from './scalars.js';
import type { Tables } from './tables.js';

const MOST = 10_000; // documents per collection

/** A document as stored in the file; `many` are the values of its `many` fields. */
export type Written = {
  readonly row: number;
  readonly position: number;
  readonly columns: readonly Stored[];
  readonly many?: readonly FieldValue[];
};

/**
 * Documents that this connection has written, so that frequently changed documents need not be read each time. Cleared
 * when another connection has written or a transaction was rolled back.
 */
export class LastWritten {
  private readonly dataVersion: Statement<[], number>;
  private readonly collections = new Map<Tables, Map<string, Written>>();
  private seen: number | undefined;

  constructor(
    database: Database,
    private readonly most = MOST,
  ) {
    this.dataVersion = database.prepare<[], number>('PRAGMA data_version').pluck();
  }

  /** Must be called in each writing transaction before its first write. */
  look() {
    const version = this.dataVersion.get();
    if (version !== this.seen) this.forget();
    this.seen = version;
  }

  forget() {
    this.collections.clear();
  }

  of(tables: Tables): Map<string, Written> {
    const known = this.collections.get(tables) ?? new Map<string, Written>();
    if (known.size >= this.most) known.clear();
    this.collections.set(tables, known);
    return known;
  }
}
