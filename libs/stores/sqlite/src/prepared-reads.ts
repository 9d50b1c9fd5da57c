import { fieldsRead, type FoundPart, type Group, type StoredDocument, type ViewRead } from '@annals/event-sourcing';
import { randomUUID } from 'node:crypto';
import { aggregation } from './aggregating.js';
import type { Serving } from './catalogue.js';
import type { Sql } from './conditions.js';
import { firstPlaces, isFirst, type FirstPlace } from './finding.js';
import type { PartRow, Rows } from './known-subjects.js';
import type { Stored } from './scalars.js';
import { VALUE } from './statements.js';
import type { Tables } from './tables.js';

/** One read as a query, and how its rows are put into a part. */
type Asked = {
  readonly sql: Sql;
  readonly part: (rows: readonly PartRow[], document: (place: FirstPlace) => StoredDocument) => FoundPart;
};

/** Reads the document at a place. */
export type AtPlace = (tables: Tables, place: FirstPlace) => StoredDocument;

type AskedIn = Asked & { readonly tables: Tables; readonly unless: number | undefined };

/** `subjects` are the places of the subject among the values of the query. */
type PreparedRead = AskedIn & { readonly subjects: readonly number[] };

/** Finds the rows of a query. */
export type Find = (sql: Sql) => readonly PartRow[];

const NO_ROWS: readonly PartRow[] = [];

/**
 * Reads about any subject, a statement for each. One statement for all of them would keep its trees for sorting until its
 * end; together they are so large that the memory goes back to the system each time, which costs more than all reads.
 */
export class PreparedReads {
  private constructor(private readonly reads: readonly PreparedRead[]) {}

  /** `undefined` if a read cannot be a statement, or has the subject anywhere but in `ids` and `is`. */
  static of(readsOf: (subject: string) => readonly ViewRead[], servings: ReadonlyMap<string, Serving>) {
    const [one, other] = [randomUUID(), randomUUID()];
    const asked = askedOf(readsOf(one), servings);
    const others = askedOf(readsOf(other), servings);
    if (!asked || !others) return undefined;
    const reads = asked.flatMap((each, index) => {
      const [values, otherValues] = [each.sql.values, others[index]!.sql.values];
      const subjects = [...values.keys()].filter((at) => values[at] === one && otherValues[at] === other);
      const isElsewhere = values.some((value, at) => value !== otherValues[at] && !subjects.includes(at));
      return isElsewhere ? [] : [{ ...each, subjects }];
    });
    return reads.length === asked.length ? new PreparedReads(reads) : undefined;
  }

  /** The rows of each read; none of a read whose `unless` has found nothing. */
  rowsFor(subject: string, find: Find): Rows {
    const all: (readonly PartRow[])[] = [];
    for (const { sql, subjects, unless } of this.reads) {
      const values = [...sql.values];
      for (const at of subjects) values[at] = subject;
      const isSkipped = unless !== undefined && all[unless]!.length === 0;
      all.push(isSkipped ? NO_ROWS : find({ text: sql.text, values }));
    }
    return all;
  }

  /** Whether these are still what serves the views. */
  fits(tables: readonly (Tables | undefined)[]): boolean {
    return this.reads.every((read, index) => read.tables === tables[index]);
  }

  partsOf(rows: Rows, document: AtPlace): readonly FoundPart[] {
    return this.reads.map(({ tables, part }, index) => part(rows[index]!, (place) => document(tables, place)));
  }
}

/** `undefined` if one of the reads cannot be a statement. */
const askedOf = (
  reads: readonly ViewRead[],
  servings: ReadonlyMap<string, Serving>,
): readonly AskedIn[] | undefined => {
  const all = reads.flatMap((read) => {
    const tables = servings.get(read.view)?.tables;
    const asked = tables?.has(fieldsRead(read)) ? askedIn(tables, read) : undefined;
    return tables && asked ? [{ ...asked, unless: read.unless, tables }] : [];
  });
  return all.length > 0 && all.length === reads.length ? all : undefined;
};

const askedIn = (tables: Tables, read: ViewRead): Asked | undefined => {
  if ('aggregation' in read) return groups(tables, read);
  if ('query' in read) return isFirst(tables, read.query) ? places(firstPlaces(tables, read.query)) : undefined;
  const text = `SELECT id, position FROM ${tables.documents} WHERE id = ${VALUE}`;
  return read.ids.length === 1 ? places({ text, values: read.ids }) : undefined;
};

const places = (sql: Sql): Asked => ({
  sql,
  part: (rows, document) => ({
    documents: rows.map(([id, position]) => document([id as string, position as number])),
    groups: [],
  }),
});

const groups = (tables: Tables, read: Extract<ViewRead, { readonly aggregation: unknown }>): Asked => {
  const { sql, group } = aggregation(tables, read.aggregation);
  return {
    sql,
    part: (rows) => ({ documents: [], groups: rows.map((row): Group => group(row as readonly Stored[])) }),
  };
};
