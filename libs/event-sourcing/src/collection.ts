/**
 * How many values a document has: `one`, or `many`, where any can satisfy a condition. An `amount` is one decimal string,
 * which is only added up.
 */
export type FieldKind = 'one' | 'many' | 'amount';

/** The collection of one version of a read model. */
export type Collection = {
  readonly name: string;
  readonly fields: Readonly<Record<string, FieldKind>>;
  /** Each a list of `one` and `amount` fields, which may end with `ID`. Every `many` field has a separate index. */
  readonly indexes: readonly (readonly string[])[];
};

/** The end of an index for lists that sort by a value that very many documents share, as a score: they are in order along it. */
export const ID = '@id';

/** The fields of an index. */
export const indexedFields = (index: readonly string[]): readonly string[] => index.filter((field) => field !== ID);

const QUERIED: readonly FieldKind[] = ['one', 'many'];

/** The kind of a field. Throws if it is not declared, or not of a wanted kind; amounts are wanted by name only. */
export const requireField = (
  { name, fields }: Pick<Collection, 'name' | 'fields'>,
  field: string,
  wanted: readonly FieldKind[] = [],
): FieldKind => {
  const kind = Object.hasOwn(fields, field) ? fields[field] : undefined;
  if (!kind) throw new Error(`${name} has no field ${field}.`);
  if ((wanted.length > 0 ? wanted : QUERIED).includes(kind)) return kind;
  if (kind === 'many') throw new Error(`${name} has many values of ${field} in one document.`);
  throw new Error(`${name} ${kind === 'amount' ? 'only adds up' : 'does not add up'} ${field}.`);
};

export const sameFields = (one: Collection['fields'], other: Collection['fields']): boolean => {
  const canonical = (fields: Collection['fields']) => JSON.stringify(Object.entries(fields).toSorted());
  return canonical(one) === canonical(other);
};
