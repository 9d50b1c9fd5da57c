import type { z } from 'zod';
import type { Scalar } from './document-store.js';
import type { ViewField } from './view.js';

type Notes = Pick<ViewField<never>, 'schema' | 'personal' | 'party'>;

const one =
  <Value extends Scalar>(kind: ViewField<never>['kind'], fixed: Notes = {}) =>
  <D>(of: (document: D) => Value | null, notes: Notes = {}): ViewField<D> => ({ kind, ...fixed, ...notes, of });

export const text = one<string>('text');
export const number = one<number>('number');
export const flag = one<boolean>('flag');
/** The id of an employee who looks after the record. */
export const party = one<string>('text', { party: true });

/** A document is found by any of these. */
export const texts = <D>(each: (document: D) => readonly string[], schema?: z.ZodType): ViewField<D> => ({
  kind: 'text',
  schema,
  each,
});
