import { NULL_LITERAL } from './scalars.js';
import { indexedFields, requireField, sameFields, type Collection, type FieldKind } from '@annals/event-sourcing';

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

export const columnOf = (field: string) => quoted(`$${field}`);

/** How a collection is stored: `json` by versions before, which still read and write those collections. */
export type Layout = 'json' | 'packed';

const fieldsOf = ({ fields }: Collection, ...wanted: readonly FieldKind[]) =>
  Object.entries(fields)
    .filter(([, kind]) => wanted.includes(kind))
    .map(([field]) => field);

/** The tables of one collection: the documents, the values of each `many` field, and the positions of removed documents. */
export class Tables {
  readonly documents: string;
  readonly removed: string;
  /** The `one` and `amount` fields. */
  readonly columns: readonly string[];
  readonly many: readonly string[];
  /** The columns of a document, in the order of `Found`. */
  readonly found: string;

  constructor(
    private readonly collection: Collection,
    readonly layout: Layout = 'packed',
  ) {
    this.documents = quoted(collection.name);
    this.removed = quoted(`${collection.name} removed`);
    // In an order that does not depend on the declaration, because packed documents refer to columns by their number.
    this.columns = fieldsOf(collection, 'one', 'amount').toSorted();
    this.many = fieldsOf(collection, 'many');
    this.found = ['id', 'position', 'body', ...this.columns.map(columnOf)].join();
  }

  valuesOf(field: string) {
    return quoted(`${this.collection.name}/${field}`);
  }

  has(fields: readonly string[]) {
    return fields.every((field) => field in this.collection.fields);
  }

  /** Whether a field is a column or a table. Throws if it is not declared, or not of a wanted kind. */
  require(field: string, ...wanted: readonly FieldKind[]) {
    return requireField(this.collection, field, wanted);
  }

  /** Without its indexes: see `indexes`. */
  get creation() {
    this.collection.indexes.flatMap(indexedFields).forEach((field) => this.require(field, 'one', 'amount'));
    const columns = this.columns.map((field) => `${columnOf(field)}, `).join(''); // no type, so that SQLite converts no value
    const tables = [
      // The body is last, so that reading a field does not read the body.
      `CREATE TABLE ${this.documents} (row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, position INTEGER NOT NULL, ${columns}body BLOB NOT NULL)`,
      `CREATE TABLE ${this.removed} (id TEXT PRIMARY KEY, position INTEGER NOT NULL) WITHOUT ROWID`,
    ];
    const values = this.many.flatMap((field) => [
      `CREATE TABLE ${this.valuesOf(field)} (value NOT NULL, document INTEGER NOT NULL, PRIMARY KEY (value, document)) WITHOUT ROWID`,
      `CREATE INDEX ${quoted(`${this.collection.name}/${field} by document`)} ON ${this.valuesOf(field)} (document, value)`,
    ]);
    return [...tables, ...values].join(';\n');
  }

  /**
   * A statement for each index, which does nothing if it exists. The longest are first, because of indexes that SQLite takes
   * to be equally good it uses the first one.
   */
  get indexes() {
    const longestFirst = this.collection.indexes.toSorted((one, other) => other.length - one.length);
    return longestFirst.map((fields) => this.index(fields));
  }

  /** As stored with the collection. */
  get declaration() {
    return JSON.stringify({ ...this.collection, layout: this.layout });
  }

  /** Of a stored declaration. */
  static declared(declaration: string): Tables {
    const { layout = 'json', ...collection } = JSON.parse(declaration) as Collection & { readonly layout?: Layout };
    return new Tables(collection, layout);
  }

  differs({ collection }: Tables) {
    return !sameFields(collection.fields, this.collection.fields);
  }

  get removal() {
    const all = [this.documents, this.removed, ...this.many.map((field) => this.valuesOf(field))];
    return all.map((table) => `DROP TABLE ${table}`).join(';\n');
  }

  private index(fields: readonly string[]) {
    const name = quoted(`${this.collection.name} by ${fields.join(', ')}`);
    const named = indexedFields(fields);
    const hasId = this.layout === 'json' || fields.length === 0 || named.length < fields.length;
    const columns = [...named.map(columnOf), ...(hasId ? ['id'] : [])];
    // Documents are filtered by the first of several fields, and by null only where there are few of them.
    const known = this.layout === 'packed' && named.length > 1 ? ` WHERE ${columns[0]} > ${NULL_LITERAL}` : '';
    return `CREATE INDEX IF NOT EXISTS ${name} ON ${this.documents} (${columns.join()})${known}`;
  }
}
