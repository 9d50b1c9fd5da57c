import { expected } from '@annals/contracts-values';
import { fieldError, type Misfit } from './field-errors.js';

const message = expected('a text without half of a surrogate pair', '不含半个代理对的文本');

/** Errors for texts, and names of fields, that have half of a surrogate pair and so cannot be written as UTF-8. */
export const illFormedIn = (value: unknown, path: readonly string[] = []): readonly Misfit[] => {
  if (typeof value === 'string') return value.isWellFormed() ? [] : [illFormed(path)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inside]) =>
    name.isWellFormed() ? illFormedIn(inside, [...path, name]) : [illFormed([...path, name.toWellFormed()])],
  );
};

const illFormed = (path: readonly string[]): Misfit =>
  fieldError(path, 'isWellFormed', { code: 'custom', message, path: [], params: {} }, '');
