import { v5 } from 'uuid';
import { BadValue, finding, textOf } from './bad-value.js';
import { dayReader, instantReader, monthsBefore } from './dates.js';
import type { Json } from './json.js';
import type { FileSpec } from './mapping.js';
import { decimalReader, toInteger } from './numbers.js';
import type { Transform } from './value-spec.js';

/** Throws `BadValue`. An empty text or list means blank. */
export type Apply = (value: Json) => Json;

const NAMES = '4a6a52c5-5f6b-5c0e-9a0e-3f1d7e1b8f10';

const WORDS = {
  true: ['true', 'yes', 'y', '1', 'on', 't', '是'],
  false: ['false', 'no', 'n', '0', 'off', 'f', '否'],
};

/** Applies transforms in order; those after a split apply to each part. `spec` has the number and date formats of the file. */
export const compileTransforms = (transforms: readonly Transform[], spec: FileSpec): Apply => {
  const steps = transforms.map((transform) => eachOf(compile(transform, spec)));
  return (value) => steps.reduce((so, step) => step(so), value);
};

const eachOf =
  (apply: Apply): Apply =>
  (value) =>
    Array.isArray(value) ? value.map((part: Json) => apply(part)) : apply(value);

const compile = (transform: Transform, spec: FileSpec): Apply => {
  if (typeof transform === 'string') return NAMED[transform](spec);
  if ('boolean' in transform) return booleanOf(transform.boolean);
  if ('date' in transform) return onText(dayReader(transform.date, spec, transform.yearsAhead));
  if ('instant' in transform) return onText(instantReader(transform.instant, spec, transform.yearsAhead));
  if ('split' in transform) return onText(split(transform.split));
  if ('replace' in transform) return onText(replace(transform.replace, transform.with));
  if ('monthsBefore' in transform) return before(transform.monthsBefore, spec);
  return mapped(transform.map, transform.otherwise);
};

const onText =
  (read: (text: string) => Json): Apply =>
  (value) =>
    read(textOf(value));

const booleanOf = (words: { readonly true: readonly string[]; readonly false: readonly string[] }): Apply => {
  const [yes, no] = [words.true, words.false].map((list) => new Set(list.map((word) => word.toLowerCase())));
  return onText((text) => {
    const word = text.toLowerCase();
    if (yes!.has(word)) return true;
    if (no!.has(word)) return false;
    throw new BadValue(finding('BadBoolean', { text, words: [...words.true, ...words.false] }));
  });
};

const NAMED: Record<Extract<Transform, string>, (spec: FileSpec) => Apply> = {
  trim: () => onText((text) => text.trim()),
  upper: () => onText((text) => text.toUpperCase()),
  lower: () => onText((text) => text.toLowerCase()),
  decimal: (spec) => onText(decimalReader(spec)),
  number: (spec) => {
    const read = decimalReader(spec);
    return onText((text) => Number(read(text)));
  },
  integer: (spec) => {
    const read = decimalReader(spec);
    return onText((text) => toInteger(read(text)));
  },
  boolean: () => booleanOf(WORDS),
  date: (spec) => onText(dayReader(undefined, spec)),
  instant: (spec) => onText(instantReader(undefined, spec)),
  uuid: () => onText((text) => v5(text, NAMES)),
};

const split = (separator: string) => (text: string) =>
  text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');

const replace = (pattern: string, by: string) => {
  const wanted = new RegExp(pattern, 'gu');
  return (text: string) => text.replace(wanted, by);
};

const before = (day: string, spec: FileSpec): Apply => {
  const [read, back] = [decimalReader(spec), monthsBefore(day)];
  return onText((text) => back(toInteger(read(text))));
};

const mapped = (map: Readonly<Record<string, unknown>>, otherwise: Json | undefined): Apply => {
  const values = new Map(Object.entries(map) as [string, Json][]);
  return onText((text) => {
    const value = values.get(text) ?? otherwise;
    if (value === undefined) throw new BadValue(finding('NotInMap', { text, keys: [...values.keys()] }));
    return value;
  });
};
