import type { Scalar } from './document-store.js';
import type { ViewField } from './view.js';

type Notes = Pick<ViewField<never>, 'schema' | 'personal' | 'party'>;

const one =
  <Value extends Scalar>(kind: ViewField<never>['kind'], fixed: Notes = {}) =>
  <D>(of: (document: D) => Value | null, notes: Notes = {}): ViewField<D> => ({ kind, ...fixed, ...notes, of });

export const text = one<string>('text');
export const number = one<number>('number');
/** `2026-01-31T09:00:00.000Z` */
export const instant = one<string>('instant');
/** `2026-01-31` */
export const day = one<string>('day');
export const flag = one<boolean>('flag');
/** The id of an employee who looks after the record. */
export const party = one<string>('text', { party: true });

/** A document is found by any of these. */
export const texts = <D>(each: (document: D) => readonly string[], notes: Notes = {}): ViewField<D> => ({
  kind: 'text',
  ...notes,
  each,
});

/** A decimal string, which is added up exactly, at any size. */
export const amount = <D>(of: (document: D) => string): ViewField<D> => ({ kind: 'text', amount: of });
