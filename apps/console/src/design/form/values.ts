import type { Field } from '../../api/catalogue.js';
import type { FieldError } from '../../api/problem.js';
import { isSame } from '../is-same.js';

/** What was entered, by name of the field; nested for objects and lists. */
export type Values = Readonly<Record<string, unknown>>;

/** The way to a value: names of fields, and places in lists. */
export type Path = readonly (string | number)[];

export const valueAt = (values: unknown, path: Path): unknown =>
  path.reduce<unknown>((at, key) => (at as Readonly<Record<string, unknown>> | undefined)?.[key], values);

/** The same with another value at a place. */
export const withValue = (values: unknown, [key, ...rest]: Path, value: unknown): unknown => {
  if (key === undefined) return value;
  const inner = (values as Readonly<Record<string, unknown>> | undefined)?.[key];
  const next = withValue(inner, rest, value);
  if (typeof key === 'number')
    return Object.assign([...((values as readonly unknown[] | undefined) ?? [])], { [key]: next });
  return { ...(values as object | undefined), [key]: next };
};

/** What was entered: the values that are others than at first; `null` where a value was removed. */
export const enteredIn = (values: Values, initial: Values): Values =>
  Object.fromEntries(
    Object.entries(values)
      .map(([name, value]) => [name, isEmpty(value) ? null : value] as const)
      .filter(([name, value]) => !isSame(value, isEmpty(initial[name]) ? null : initial[name])),
  );

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

const sent = (field: Field, value: unknown): unknown => {
  if (isEmpty(value)) return blankOf(field);
  if (field.kind === 'list') return listSent(field, value as readonly unknown[]);
  if (field.fields) return objectSent(field, value as Values);
  if (field.kind === 'integer' || field.kind === 'number') return numberIn(value);
  if (field.kind === 'instant') return instantIn(value as string);
  return field.kind === 'choice' ? choiceIn(field, value) : value;
};

const blankOf = ({ blank = false }: Field) => (blank ? null : undefined);

const numberIn = (value: unknown) => (Number.isNaN(Number(value)) ? value : Number(value));

/** `2026-01-05T09:00`, in the zone of the user, as an instant; a day stays a day. */
const instantIn = (value: string) => (/T\d\d:\d\d$/.test(value) ? new Date(value).toISOString() : value);

/** A control has the text of a value that may be a number. */
const choiceIn = ({ values = [] }: Field, value: unknown) =>
  values.find((each) => String(each.value) === value)?.value ?? value;

/** A list that is required may be empty, such as the roles of a user who has none any more. */
const listSent = ({ item, required = false }: Field, values: readonly unknown[]) => {
  const all = values.map((value) => (item ? sent(item, value) : value)).filter((value) => value !== undefined);
  return all.length > 0 || required ? all : undefined;
};

const objectSent = (field: Field, values: Values) => {
  const body = bodyOf(field.fields ?? [], values);
  return Object.keys(body).length > 0 ? body : blankOf(field);
};

/** The body of a command: without what is empty, numbers as numbers, times as instants. */
export const bodyOf = (fields: readonly Field[], values: Values): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const value = sent(field, values[field.name]);
      return value === undefined ? [] : [[field.name, value] as const];
    }),
  );

/** The messages of rules by the path of their field, such as `value.amount`. */
export const messagesOf = (errors: readonly FieldError[]): ReadonlyMap<string, string> =>
  new Map(errors.map(({ field, message }) => [field, message]));

/** The first message at a field or within it. */
export const messageAt = (messages: ReadonlyMap<string, string>, path: Path): string | undefined => {
  const name = path.join('.');
  return messages.get(name) ?? [...messages].find(([field]) => field.startsWith(`${name}.`))?.[1];
};
