import { fieldsRead, type FoundPart, type Group, type StoredDocument, type ViewRead } from '@annals/event-sourcing';
import { randomUUID } from 'node:crypto';
import { aggregation } from './aggregating.js';
import type { Serving } from './catalogue.js';
import type { Sql } from './conditions.js';
import { firstPlaces, isFirst, type FirstPlace } from './finding.js';
import type { PartRow } from './known-subjects.js';
import type { Stored } from './scalars.js';
import { VALUE } from './statements.js';
import type { Tables } from './tables.js';

/** One read as a query: how many columns it has, and how its rows are put into a part. */
type Term = {
  readonly sql: Sql;
  readonly width: number;
  readonly part: (rows: readonly PartRow[], document: (place: FirstPlace) => StoredDocument) => FoundPart;
};

/** Reads the document at a place. */
export type AtPlace = (tables: Tables, place: FirstPlace) => StoredDocument;

/** The values of a statement, some of which are the subject. */
type Values = { readonly values: unknown[]; readonly subjects: readonly number[] };

type TermIn = Term & { readonly tables: Tables };

/** Reads about any subject as one statement, whose rows begin with the number of their read. */
export class PreparedReads {
  private constructor(
    readonly text: string,
    private readonly terms: readonly TermIn[],
    private readonly bound: Values,
  ) {}

  /** `undefined` if the reads cannot be one statement, or have the subject anywhere but in `ids` and `is`. */
  static of(readsOf: (subject: string) => readonly ViewRead[], servings: ReadonlyMap<string, Serving>) {
    const [one, other] = [randomUUID(), randomUUID()];
    const terms = termsOf(readsOf(one), servings);
    const values = terms?.flatMap(({ sql }) => sql.values) ?? [];
    const others = termsOf(readsOf(other), servings)?.flatMap(({ sql }) => sql.values) ?? [];
    const subjects = [...values.keys()].filter((index) => values[index] === one && others[index] === other);
    const isElsewhere = values.some((value, index) => value !== others[index] && !subjects.includes(index));
    return !terms || isElsewhere ? undefined : new PreparedReads(textOf(terms), terms, { values, subjects });
  }

  /** Valid until the next call. */
  valuesFor(subject: string): readonly unknown[] {
    for (const index of this.bound.subjects) this.bound.values[index] = subject;
    return this.bound.values;
  }

  /** Whether these are still what serves the views. */
  fits(tables: readonly (Tables | undefined)[]): boolean {
    return this.terms.every((term, index) => term.tables === tables[index]);
  }

  partsOf(rows: readonly PartRow[], document: AtPlace): readonly FoundPart[] {
    const byTerm = Map.groupBy(rows, ([number]) => number);
    return this.terms.map(({ tables, part }, index) =>
      part(byTerm.get(index) ?? [], (place) => document(tables, place)),
    );
  }
}

/** `undefined` if one of the reads cannot be a part of one statement. */
const termsOf = (reads: readonly ViewRead[], servings: ReadonlyMap<string, Serving>): readonly TermIn[] | undefined => {
  const terms = reads.flatMap((read) => {
    const tables = servings.get(read.view)?.tables;
    const term = tables?.has(fieldsRead(read)) ? termOf(tables, read) : undefined;
    return tables && term ? [{ ...term, tables }] : [];
  });
  return terms.length > 0 && terms.length === reads.length ? terms : undefined;
};

const textOf = (terms: readonly Term[]): string => {
  const widest = Math.max(...terms.map(({ width }) => width));
  const selected = terms.map(({ sql, width }, index) => {
    const rest = ', NULL'.repeat(widest - width);
    return `SELECT ${index}, *${rest} FROM (${sql.text})`;
  });
  return selected.join(' UNION ALL ');
};

const termOf = (tables: Tables, read: ViewRead): Term | undefined => {
  if ('aggregation' in read) return groupsTerm(tables, read);
  if ('query' in read) return isFirst(tables, read.query) ? placesTerm(firstPlaces(tables, read.query)) : undefined;
  const { documents } = tables;
  const text = `SELECT id, position FROM ${documents} WHERE id = ${VALUE}`;
  return read.ids.length === 1 ? placesTerm({ text, values: read.ids }) : undefined;
};

const placesTerm = (sql: Sql): Term => ({
  ...{ sql, width: 2 },
  part: (rows, document) => ({
    documents: rows.map(([, id, position]) => document([id as string, position as number])),
    groups: [],
  }),
});

const groupsTerm = (tables: Tables, read: Extract<ViewRead, { readonly aggregation: unknown }>): Term => {
  const { sql, width, group } = aggregation(tables, read.aggregation);
  // The limit keeps the order, which SQLite leaves out of a subquery without one.
  return {
    ...{ sql: { ...sql, text: `${sql.text} LIMIT -1` }, width },
    part: (rows) => ({ documents: [], groups: rows.map(([, ...row]): Group => group(row as readonly Stored[])) }),
  };
};
