import type { Collection } from '@annals/event-sourcing';
import type { Database } from 'better-sqlite3';
import { KnownDocuments } from './known-documents.js';
import type { Statements } from './statements.js';
import { Tables } from './tables.js';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS "annals collections" (
    name        TEXT PRIMARY KEY,
    declaration TEXT NOT NULL,
    checkpoint  INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE IF NOT EXISTS "annals views" (
    view       TEXT PRIMARY KEY,
    collection TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
`;

/** What serves a view. */
export type Serving = { readonly tables: Tables; readonly checkpoint: number };

/** The collections, their checkpoints, and which one serves a view. Asks the file each time, because other processes write to it. */
export class Catalogue {
  private readonly known = new Map<string, Tables>(); // by declaration
  private readonly ofServed = new Map<string, Tables>(); // by name, in the schema of this version
  private schema = 0;
  /** Of collections that serve views. */
  readonly documents = new KnownDocuments();
  private lastServing: { readonly data: number; readonly views: ReadonlyMap<string, Serving> } | undefined;

  constructor(
    private readonly database: Database,
    private readonly sql: Statements,
  ) {
    database.exec(SCHEMA);
  }

  add(collection: Collection) {
    this.changed();
    const { name } = collection;
    const there = this.tables(name);
    const tables = new Tables(collection, there?.layout);
    if (there?.differs(tables))
      throw new Error(`${name} exists with other fields: give the changed collection another name.`);
    if (!there) this.database.exec(tables.creation);
    else if (this.isServed(name)) tables.indexes.forEach((index) => this.database.exec(index));
    this.sql
      .of(
        `INSERT INTO "annals collections" VALUES (?, ?, 0) ON CONFLICT DO UPDATE SET declaration = excluded.declaration`,
      )
      .run(name, tables.declaration);
  }

  remove(name: string) {
    this.changed();
    const tables = this.tables(name);
    if (!tables) return;
    this.database.exec(tables.removal);
    this.sql.of('DELETE FROM "annals collections" WHERE name = ?').run(name);
  }

  tables(name: string): Tables | undefined {
    const declaration = this.sql
      .of<string>('SELECT declaration FROM "annals collections" WHERE name = ?')
      .pluck()
      .get(name);
    return declaration === undefined ? undefined : this.declared(declaration);
  }

  private declared(declaration: string): Tables {
    const tables = this.known.get(declaration) ?? Tables.declared(declaration);
    this.known.set(declaration, tables);
    return tables;
  }

  checkpoint(name: string) {
    return this.sql.of<number>('SELECT checkpoint FROM "annals collections" WHERE name = ?').pluck().get(name);
  }

  checkpoints(): ReadonlyMap<string, number> {
    return new Map(this.sql.of<[string, number]>('SELECT name, checkpoint FROM "annals collections"').raw().all());
  }

  /** Must be called at each write of this connection. */
  changed() {
    this.lastServing = undefined;
  }

  advance(name: string, checkpoint: number) {
    this.sql.of('UPDATE "annals collections" SET checkpoint = ? WHERE name = ?').run(checkpoint, name);
  }

  /** Statements that create the indexes of a collection; filling a table is faster without them. */
  indexing(name: string): readonly (() => void)[] {
    return (this.tables(name)?.indexes ?? []).map((index) => () => this.database.exec(index));
  }

  serve(view: string, collection: string) {
    this.changed();
    this.sql
      .of('INSERT INTO "annals views" VALUES (?, ?) ON CONFLICT DO UPDATE SET collection = excluded.collection')
      .run(view, collection);
  }

  served(view: string) {
    return this.sql.of<string>('SELECT collection FROM "annals views" WHERE view = ?').pluck().get(view);
  }

  servedByView(): ReadonlyMap<string, string> {
    return new Map(this.sql.of<[string, string]>('SELECT view, collection FROM "annals views"').raw().all());
  }

  /** Every view that a collection serves: the same object until a write of this or another connection. */
  serving(): ReadonlyMap<string, Serving> {
    const data = this.sql.of<number>('PRAGMA data_version').pluck().get()!; // changes with commits of other connections
    if (this.lastServing?.data !== data) this.lastServing = { data, views: this.readServing() };
    return this.lastServing.views;
  }

  private readServing(): ReadonlyMap<string, Serving> {
    const schema = this.sql.of<number>('PRAGMA schema_version').pluck().get()!;
    if (schema !== this.schema) this.forget(); // a collection may have been replaced
    this.schema = schema;
    const rows = this.sql
      .of<[string, string, number]>(
        'SELECT view, collection, checkpoint FROM "annals views" JOIN "annals collections" ON name = collection',
      )
      .raw()
      .all();
    return new Map(rows.map(([view, name, checkpoint]) => [view, { tables: this.tablesOf(name), checkpoint }]));
  }

  private forget() {
    this.ofServed.clear();
    this.documents.forget();
  }

  private tablesOf(name: string): Tables {
    const tables = this.ofServed.get(name) ?? this.tables(name)!;
    this.ofServed.set(name, tables);
    return tables;
  }

  private isServed(collection: string) {
    return this.sql.of('SELECT 1 FROM "annals views" WHERE collection = ?').get(collection) !== undefined;
  }
}
