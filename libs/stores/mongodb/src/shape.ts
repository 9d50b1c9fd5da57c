import type { Collection } from '@annals/event-sourcing';
import type { IndexDescription } from 'mongodb';

export const pathOf = (field: string) => `fields.${field}`;

/** What a collection was declared with. */
export class Shape {
  constructor(private readonly collection: Pick<Collection, 'name' | 'fields' | 'indexes'>) {
    for (const field of Object.keys(collection.fields))
      if (/[.$\0]/.test(field)) throw new Error(`${field} of ${collection.name} cannot be the name of a field.`);
  }

  /** Throws if nobody declared it, or if it has many values where one is needed. */
  require(field: string, wanted: 'one' | 'any' = 'any'): 'one' | 'many' {
    const kind = Object.hasOwn(this.collection.fields, field) ? this.collection.fields[field] : undefined;
    if (!kind) throw new Error(`${this.collection.name} has no field ${field}.`);
    if (kind === 'many' && wanted === 'one')
      throw new Error(`${this.collection.name} has many values of ${field} in one document.`);
    return kind;
  }

  get fields(): readonly (readonly [field: string, kind: 'one' | 'many'])[] {
    return Object.entries(this.collection.fields);
  }

  hasFieldsOf(other: Shape) {
    const canonical = ({ fields }: Shape) => JSON.stringify(fields.toSorted());
    return canonical(this) === canonical(other);
  }

  /** Throws if an index is of a field that cannot have one. */
  requireIndexes() {
    this.collection.indexes.flat().forEach((field) => this.require(field, 'one'));
  }

  /** Each ends with the id, so that a page is read along it from a cursor on. */
  get indexes(): readonly IndexDescription[] {
    const many = this.fields.filter(([, kind]) => kind === 'many').map(([field]) => [field]);
    return [...this.collection.indexes, ...many].map((fields) => ({
      key: new Map([...fields.map((field) => [pathOf(field), 1] as const), ['_id', 1] as const]),
    }));
  }
}
