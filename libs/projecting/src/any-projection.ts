import type { Collection, Projection } from '@annals/event-sourcing';

/** A projection with its types erased: the runner examines neither events nor documents. */
export type AnyProjection = Projection<never, never>;

/** The declaration of a projection's documents for the store. */
export const shapeOf = ({ fields = {}, indexes = [] }: AnyProjection, name: string): Collection => ({
  name,
  fields: Object.fromEntries(Object.entries(fields).map(([field, by]) => [field, 'of' in by ? 'one' : 'many'])),
  indexes,
});
