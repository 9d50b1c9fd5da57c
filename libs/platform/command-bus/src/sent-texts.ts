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
export const sentTexts = (schema: Schema, value: unknown, field: string): Sent => {
  const broken: Misfit[] = [];
  return { value: stored(textPlaceOf(schema), value, { name: field }, broken), broken };
};

/** The path of a value, from its end, because most paths are never read. */
type Path = { readonly name: string; readonly outer?: Path };

const namesOf = ({ name, outer }: Path): readonly string[] => (outer ? [...namesOf(outer), name] : [name]);

const stored = (place: TextPlace, value: unknown, path: Path, broken: Misfit[]): unknown => {
  if (place.isClosed) return value;
  if (typeof value === 'string') return storedIn(place, value, path, broken);
  if (typeof value !== 'object' || value === null) return value;
  const names = Object.keys(value);
  const members = value as Readonly<Record<string, unknown>>;
  const kept = names.map((name) => stored(place.at(name), members[name], { name, outer: path }, broken));
  if (kept.every((inner, index) => inner === members[names[index]!])) return value;
  return Array.isArray(value) ? kept : Object.fromEntries(names.map((name, index) => [name, kept[index]]));
};

const storedIn = ({ longest }: TextPlace, text: string, path: Path, broken: Misfit[]): string => {
  if (longest === undefined) return text;
  if (hasControls(text)) broken.push(misfit(namesOf(path), 'noControlCharacters', CONTROLS));
  else if (isBlank(text)) broken.push(misfit(namesOf(path), 'visible', BLANK));
  return storedText(text, longest <= LINE ? 'line' : 'lines');
};

const CONTROLS = expected('a text without control characters', '不含控制字符的文本');
const BLANK = expected('a text with visible characters', '含可见字符的文本');

const misfit = (path: readonly string[], rule: string, message: string): Misfit =>
  fieldError(path, rule, { code: 'custom', message, path: [], params: {} }, '');
