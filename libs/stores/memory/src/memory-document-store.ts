import { CheckpointConflict, DocumentStore } from '@annals/event-sourcing';
import type {
  Aggregation,
  Collection,
  Commit,
  Condition,
  Cursor,
  DocumentWrite,
  FieldValue,
  Group,
  Page,
  Query,
  StoredDocument,
} from '@annals/event-sourcing';
import { groups } from './groups.js';
import { compare, meets, valuesOf, type Row } from './rows.js';

type Shelf = { readonly declared: Collection; readonly rows: Map<string, Row>; checkpoint: number };

/** Read models that live as long as their process. Every query looks at every document. */
export class MemoryDocumentStore extends DocumentStore {
  private readonly shelves = new Map<string, Shelf>();
  private readonly views = new Map<string, string>();

  async open(declared: Collection) {
    const { fields } = this.shelves.get(declared.name)?.declared ?? declared;
    if (!sameFields(fields, declared.fields))
      throw new Error(`${declared.name} is there with other fields: give the changed one a name of its own.`);
    if (!this.shelves.has(declared.name)) this.shelves.set(declared.name, { declared, rows: new Map(), checkpoint: 0 });
  }

  async drop(name: string) {
    this.shelves.delete(name);
  }

  async collections() {
    return [...this.shelves.keys()].toSorted(compare);
  }

  async checkpoint(name: string) {
    return this.shelves.get(name)?.checkpoint;
  }

  async commit(commits: readonly Commit[]) {
    const at = new Map([...this.shelves].map(([name, { checkpoint }]) => [name, checkpoint]));
    for (const { collection, checkpoint } of commits) {
      if (at.get(collection) !== checkpoint.expected) throw new CheckpointConflict(collection);
      at.set(collection, checkpoint.next);
    }
    for (const { collection, writes, checkpoint } of commits) {
      const shelf = this.shelves.get(collection)!;
      writes.forEach((write) => put(shelf, write));
      shelf.checkpoint = checkpoint.next;
    }
  }

  async get(name: string, ids: readonly string[]): Promise<readonly StoredDocument[]> {
    const wanted = new Set(ids);
    return this.rows(name, [])
      .filter(({ id }) => wanted.has(id))
      .map(document);
  }

  async find(name: string, { where = [], sort, limit, after }: Query): Promise<Page> {
    if (sort) this.oneField(name, sort.field);
    const cursorOf = (row: Row): Cursor => ({ value: sort ? valuesOf(row, sort.field)[0]! : null, id: row.id });
    const turn = sort?.descending ? -1 : 1;
    const order = (a: Cursor, b: Cursor) => turn * (compare(a.value, b.value) || compare(a.id, b.id));

    const rest = this.rows(name, where)
      .map((row) => ({ row, cursor: cursorOf(row) }))
      .filter(({ cursor }) => !after || order(cursor, after) > 0)
      .toSorted((a, b) => order(a.cursor, b.cursor));
    const page = rest.slice(0, limit);
    return {
      documents: page.map(({ row }) => document(row)),
      next: (rest.length > limit && page.at(-1)?.cursor) || null,
    };
  }

  async count(name: string, where: readonly Condition[] = []) {
    return this.rows(name, where).length;
  }

  async aggregate(name: string, { where = [], groupBy, sum = [] }: Aggregation): Promise<readonly Group[]> {
    groupBy.forEach((field) => this.field(name, field));
    sum.forEach((field) => this.oneField(name, field));
    return groups(this.rows(name, where), groupBy, sum);
  }

  async serve(view: string, collection: string) {
    this.views.set(view, collection);
  }

  async served(view: string) {
    return this.views.get(view);
  }

  async close() {}

  private rows(name: string, where: readonly Condition[]): Row[] {
    where.forEach(({ field }) => this.field(name, field));
    const rows = [...(this.shelves.get(name)?.rows.values() ?? [])];
    return rows.filter((row) => row.body !== null && where.every((condition) => meets(row, condition)));
  }

  private field(name: string, field: string) {
    const kind = this.shelves.get(name)?.declared.fields[field];
    if (this.shelves.has(name) && !kind) throw new Error(`${name} has no field ${field}.`);
    return kind;
  }

  private oneField(name: string, field: string) {
    if (this.field(name, field) === 'many') throw new Error(`${name} has many values of ${field} in one document.`);
  }
}

const put = ({ declared, rows }: Shelf, { id, position, body, fields }: DocumentWrite) => {
  if (position <= (rows.get(id)?.position ?? -Infinity)) return;
  const values = Object.entries(declared.fields).map(([name, kind]) => {
    const value: FieldValue = fields[name] ?? (kind === 'one' ? null : []);
    return [name, [value].flat()] as const;
  });
  rows.set(id, { id, position, body: body && JSON.stringify(body), values: new Map(values) });
};

const document = ({ id, position, body }: Row): StoredDocument => ({
  id,
  position,
  body: JSON.parse(body!) as object,
});

const sameFields = (one: Collection['fields'], other: Collection['fields']) => {
  const canonical = (fields: Collection['fields']) => JSON.stringify(Object.entries(fields).toSorted());
  return canonical(one) === canonical(other);
};
