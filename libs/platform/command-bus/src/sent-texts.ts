import { expected } from '@annals/contracts-values';
import { hasControls, isBlank, storedText } from '@annals/text';
import { fieldError, type Misfit } from './field-errors.js';
import type { Schema } from './inner-schemas.js';
import { textPlaceOf, type TextPlace } from './text-places.js';

/** A text of at most this many characters has one line. */
const LINE = 500;

/** A value as it is stored, and what is wrong with its texts. */
export type Sent = { readonly value: unknown; readonly broken: readonly Misfit[] };

/**
 * A value whose free texts are as they are stored: without invisible characters and spaces around them. Control characters
 * and texts of which nothing is visible are errors. Texts with a format or a pattern are left to it.
 */
export const sentTexts = (schema: Schema, value: unknown, path: readonly string[]): Sent => {
  const broken: Misfit[] = [];
  return { value: stored(textPlaceOf(schema), value, path, broken), broken };
};

const stored = (place: TextPlace, value: unknown, path: readonly string[], broken: Misfit[]): unknown => {
  if (place.isClosed) return value;
  if (typeof value === 'string') return storedIn(place, value, path, broken);
  if (typeof value !== 'object' || value === null) return value;
  const within = (inner: unknown, name: string) => stored(place.at(name), inner, [...path, name], broken);
  if (Array.isArray(value)) return value.map((inner, index) => within(inner, `${index}`));
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, within(inner, name)]));
};

const storedIn = ({ longest }: TextPlace, text: string, path: readonly string[], broken: Misfit[]): string => {
  if (longest === undefined) return text;
  if (hasControls(text)) broken.push(misfit(path, 'noControlCharacters', CONTROLS));
  else if (isBlank(text)) broken.push(misfit(path, 'visible', BLANK));
  return storedText(text, longest <= LINE ? 'line' : 'lines');
};

const CONTROLS = expected('a text without control characters', '不含控制字符的文本');
const BLANK = expected('a text with visible characters', '含可见字符的文本');

const misfit = (path: readonly string[], rule: string, message: string): Misfit =>
  fieldError(path, rule, { code: 'custom', message, path: [], params: {} }, '');
