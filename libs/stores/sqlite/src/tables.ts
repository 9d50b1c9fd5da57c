import type { Collection } from '@annals/event-sourcing';

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

export const columnOf = (field: string) => quoted(`$${field}`);

const fieldsOf = ({ fields }: Collection, wanted: 'one' | 'many') =>
  Object.entries(fields)
    .filter(([, kind]) => kind === wanted)
    .map(([field]) => field);

/** The tables of one collection: the documents, the values of each `many` field, and the positions of removed documents. */
export class Tables {
  readonly documents: string;
  readonly removed: string;
  readonly one: readonly string[];
  readonly many: readonly string[];

  constructor(private readonly collection: Collection) {
    this.documents = quoted(collection.name);
    this.removed = quoted(`${collection.name} removed`);
    this.one = fieldsOf(collection, 'one');
    this.many = fieldsOf(collection, 'many');
  }

  valuesOf(field: string) {
    return quoted(`${this.collection.name}/${field}`);
  }

  has(fields: readonly string[]) {
    return fields.every((field) => field in this.collection.fields);
  }

  /** The column of a `one` field, or the table of a `many` field. Throws if the field is not declared. */
  require(field: string, wanted: 'one' | 'any' = 'any') {
    const kind = this.collection.fields[field];
    if (!kind) throw new Error(`${this.collection.name} has no field ${field}.`);
    if (kind === 'many' && wanted === 'one')
      throw new Error(`${this.collection.name} has many values of ${field} in one document.`);
    return kind;
  }

  /** Without its indexes: see `indexes`. */
  get creation() {
    this.collection.indexes.flat().forEach((field) => this.require(field, 'one'));
    const columns = this.one.map((field) => `${columnOf(field)}, `).join(''); // no type, so that SQLite converts no value
    const tables = [
      // The body is last, so that reading a field does not read the body.
      `CREATE TABLE ${this.documents} (row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, position INTEGER NOT NULL, ${columns}body TEXT NOT NULL)`,
      `CREATE TABLE ${this.removed} (id TEXT PRIMARY KEY, position INTEGER NOT NULL) WITHOUT ROWID`,
    ];
    const values = this.many.flatMap((field) => [
      `CREATE TABLE ${this.valuesOf(field)} (value NOT NULL, document INTEGER NOT NULL, PRIMARY KEY (value, document)) WITHOUT ROWID`,
      `CREATE INDEX ${quoted(`${this.collection.name}/${field} by document`)} ON ${this.valuesOf(field)} (document, value)`,
    ]);
    return [...tables, ...values].join(';\n');
  }

  /** A statement for each index, which does nothing if it exists. */
  get indexes() {
    return this.collection.indexes.map((fields) => this.index(fields));
  }

  differs({ one, many }: Tables) {
    const canonical = (...fields: (readonly string[])[]) => JSON.stringify(fields.map((names) => names.toSorted()));
    return canonical(one, many) !== canonical(this.one, this.many);
  }

  get removal() {
    const all = [this.documents, this.removed, ...this.many.map((field) => this.valuesOf(field))];
    return all.map((table) => `DROP TABLE ${table}`).join(';\n');
  }

  private index(fields: readonly string[]) {
    const name = quoted(`${this.collection.name} by ${fields.join(', ')}`);
    return `CREATE INDEX IF NOT EXISTS ${name} ON ${this.documents} (${[...fields.map(columnOf), 'id'].join(', ')})`;
  }
}
