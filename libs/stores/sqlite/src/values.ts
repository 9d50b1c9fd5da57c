import type { FieldValue } from '@annals/event-sourcing';
import type { Statement } from 'better-sqlite3';
import { keyOf, toStored, type Stored } from './scalars.js';
import type { Statements } from './statements.js';

const TOGETHER = 8; // values inserted by one statement

/** The table of a `many` field. */
export class Values {
  private readonly there: Statement<unknown[], Stored>;
  private readonly insertOne: Statement<unknown[], unknown>;
  private readonly insertMany: Statement<unknown[], unknown>;

  constructor(
    private readonly sql: Statements,
    private readonly table: string,
  ) {
    this.there = sql.of<Stored>(`SELECT value FROM ${table} WHERE document = ?`).pluck();
    this.insertOne = sql.of(`INSERT INTO ${table} VALUES (?, ?)`);
    this.insertMany = sql.of(`INSERT INTO ${table} VALUES ${Array.from({ length: TOGETHER }, () => '(?, ?)').join()}`);
  }

  /** For a document without values so far. */
  add(row: number, value: FieldValue) {
    this.insert(row, [...distinct(value).values()]);
  }

  /** Writes only changed values, because most events change few of them. */
  replace(row: number, value: FieldValue) {
    const wanted = distinct(value);
    for (const stored of this.there.all(row)) {
      if (!wanted.delete(keyOf(stored)))
        this.sql.of(`DELETE FROM ${this.table} WHERE document = ? AND value = ?`).run(row, stored);
    }
    this.insert(row, [...wanted.values()]);
  }

  remove(row: number) {
    this.sql.of(`DELETE FROM ${this.table} WHERE document = ?`).run(row);
  }

  private insert(row: number, values: readonly Stored[]) {
    const whole = values.length - (values.length % TOGETHER);
    for (let at = 0; at < whole; at += TOGETHER)
      this.insertMany.run(...values.slice(at, at + TOGETHER).flatMap((value) => [value, row]));
    for (const value of values.slice(whole)) this.insertOne.run(value, row);
  }
}

const distinct = (value: FieldValue) =>
  new Map([value].flat().map((scalar) => [keyOf(toStored(scalar)), toStored(scalar)]));
