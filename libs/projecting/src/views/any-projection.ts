import {
  isListed,
  UPDATED_AT,
  type Collection,
  type Field,
  type FieldKind,
  type Projection,
} from '@annals/event-sourcing';

/** A projection with its types erased: the runner examines neither events nor documents. */
export type AnyProjection = Projection<never, never>;

/** The declaration of a projection's documents for the store. */
export const shapeOf = (projection: AnyProjection, name: string): Collection => {
  const { fields = {}, indexes = [] } = projection;
  const declared = Object.entries(fields).map(([field, by]) => [field, kindOf(by)] as const);
  if (!isListed(projection)) return { name, fields: Object.fromEntries(declared), indexes };
  return { name, fields: Object.fromEntries([...declared, [UPDATED_AT, 'one']]), indexes: [...indexes, [UPDATED_AT]] };
};

const kindOf = (field: Field<never>): FieldKind => {
  if ('amount' in field) return 'amount';
  return 'of' in field ? 'one' : 'many';
};
