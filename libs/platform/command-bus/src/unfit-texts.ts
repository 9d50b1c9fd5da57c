import { expected } from '@annals/contracts-values';
import { fieldError, type Misfit } from './field-errors.js';

/** Characters of the longest text that any field takes. */
export const LONGEST_TEXT = 10_000;

const message = expected('a text without half of a surrogate pair', '不含半个代理对的文本');

/**
 * Errors for texts that no field takes, which the rules of fields are then spared: those, and names of fields, with half of a
 * surrogate pair, which cannot be written as UTF-8, and texts that are too long.
 */
export const unfitTextsIn = (value: unknown): readonly Misfit[] => (isFit(value) ? [] : unfitIn(value, []));

// Paths are made only for what has an error.
const isFit = (value: unknown): boolean => {
  if (typeof value === 'string') return value.length <= LONGEST_TEXT && value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  const members = value as Readonly<Record<string, unknown>>;
  return Object.keys(value).every((name) => name.isWellFormed() && isFit(members[name]));
};

const unfitIn = (value: unknown, path: readonly string[]): readonly Misfit[] => {
  if (typeof value === 'string') {
    if (value.length > LONGEST_TEXT) return [tooLong(path)];
    return value.isWellFormed() ? [] : [illFormed(path)];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inside]) =>
    name.isWellFormed() ? unfitIn(inside, [...path, name]) : [illFormed([...path, name.toWellFormed()])],
  );
};

const tooLong = (path: readonly string[]): Misfit =>
  fieldError(path, 'too_big', { code: 'too_big', origin: 'string', maximum: LONGEST_TEXT, path: [], message: '' }, '');

const illFormed = (path: readonly string[]): Misfit =>
  fieldError(path, 'isWellFormed', { code: 'custom', message, path: [], params: {} }, '');
