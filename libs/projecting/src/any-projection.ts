import type { Collection, Projection } from '@annals/event-sourcing';

/** Any projection at all: what runs it looks into neither events nor documents. */
export type AnyProjection = Projection<never, never>;

/** What the store has to know of a projection's documents. */
export const shapeOf = ({ fields = {}, indexes = [] }: AnyProjection, name: string): Collection => ({
  name,
  fields: Object.fromEntries(Object.entries(fields).map(([field, by]) => [field, 'of' in by ? 'one' : 'many'])),
  indexes,
});
