import type { Collection } from '@annals/event-sourcing';
import type { IndexDescription } from 'mongodb';

export const pathOf = (field: string) => `fields.${field}`;

/** The declaration of a collection. */
export class Shape {
  constructor(private readonly collection: Pick<Collection, 'name' | 'fields' | 'indexes'>) {
    for (const field of Object.keys(collection.fields))
      if (/[.$\0]/.test(field)) throw new Error(`${field} of ${collection.name} cannot be the name of a field.`);
  }

  /** Throws if the field is not declared, or has many values where one is required. */
  require(field: string, wanted: 'one' | 'any' = 'any'): 'one' | 'many' {
    const kind = Object.hasOwn(this.collection.fields, field) ? this.collection.fields[field] : undefined;
    if (!kind) throw new Error(`${this.collection.name} has no field ${field}.`);
    if (kind === 'many' && wanted === 'one')
      throw new Error(`${this.collection.name} has many values of ${field} in one document.`);
    return kind;
  }

  has(fields: readonly string[]) {
    return fields.every((field) => Object.hasOwn(this.collection.fields, field));
  }

  get fields(): readonly (readonly [field: string, kind: 'one' | 'many'])[] {
    return Object.entries(this.collection.fields);
  }

  hasFieldsOf(other: Shape) {
    const canonical = ({ fields }: Shape) => JSON.stringify(fields.toSorted());
    return canonical(this) === canonical(other);
  }

  /** Throws if a field cannot be indexed. */
  requireIndexes() {
    this.collection.indexes.flat().forEach((field) => this.require(field, 'one'));
  }

  /** Each ends with the id, so that a page can be read from a cursor along the index. */
  get indexes(): readonly IndexDescription[] {
    const many = this.fields.filter(([, kind]) => kind === 'many').map(([field]) => [field]);
    return [...this.collection.indexes, ...many].map((fields) => ({
      key: new Map([...fields.map((field) => [pathOf(field), 1] as const), ['_id', 1] as const]),
    }));
  }
}
