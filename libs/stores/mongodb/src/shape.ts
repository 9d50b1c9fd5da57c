import { indexedFields, requireField, sameFields, type Collection, type FieldKind } from '@annals/event-sourcing';
import type { IndexDescription } from 'mongodb';

export const pathOf = (field: string) => `fields.${field}`;

/** The declaration of a collection. */
export class Shape {
  constructor(private readonly collection: Pick<Collection, 'name' | 'fields' | 'indexes'>) {
    for (const field of Object.keys(collection.fields))
      if (/[.$\0]/.test(field)) throw new Error(`${field} of ${collection.name} cannot be the name of a field.`);
  }

  /** Throws if the field is not declared, or not of a wanted kind. */
  require(field: string, ...wanted: readonly FieldKind[]): FieldKind {
    return requireField(this.collection, field, wanted);
  }

  has(fields: readonly string[]) {
    return fields.every((field) => Object.hasOwn(this.collection.fields, field));
  }

  get fields(): readonly (readonly [field: string, kind: FieldKind])[] {
    return Object.entries(this.collection.fields);
  }

  hasFieldsOf(other: Shape) {
    return sameFields(this.collection.fields, other.collection.fields);
  }

  /** Throws if a field cannot be indexed. */
  requireIndexes() {
    this.collection.indexes.flatMap(indexedFields).forEach((field) => this.require(field, 'one', 'amount'));
  }

  /** Each ends with the id, so that a page can be read from a cursor along the index. */
  get indexes(): readonly IndexDescription[] {
    const many = this.fields.filter(([, kind]) => kind === 'many').map(([field]) => [field]);
    return [...this.collection.indexes.map(indexedFields), ...many].map((fields) => ({
      key: new Map([...fields.map((field) => [pathOf(field), 1] as const), ['_id', 1] as const]),
    }));
  }
}
