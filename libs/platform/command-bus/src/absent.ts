import { z } from 'zod';
import type { AnyCommandClass } from './command.js';
import { inside, plain, shapeOf, type Schema } from './inner-schemas.js';

type Input = Readonly<Record<string, unknown>>;

/**
 * The input of a command without `null` where that clears nothing, since many generated clients send `null` for what their
 * caller left out: members that may be left out, and do not take `null` as a value.
 */
export const withoutNulls = (input: Input, { fields, route }: AnyCommandClass): Input => {
  if (!hasNull(input)) return input;
  const filled = (name: string) => name === route?.creates || name in (route?.fills ?? {});
  const isAbsent = (name: string) => isOptional([fields[name]]) || (filled(name) && !takes(fields[name]!, null));
  return membersOf(input, isAbsent, (name) => (fields[name] ? plain(fields[name]) : []));
};

const hasNull = (value: unknown): boolean =>
  value === null || (typeof value === 'object' && Object.values(value).some(hasNull));

const membersOf = (
  value: object,
  isAbsent: (name: string) => boolean,
  schemasOf: (name: string) => readonly Schema[],
): Input =>
  Object.fromEntries(
    Object.entries(value)
      .filter(([name, member]) => member !== null || !isAbsent(name))
      .map(([name, member]) => [name, within(schemasOf(name), member)]),
  );

const within = (schemas: readonly Schema[], value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  const schemasOf = (name: string) => schemas.flatMap((schema) => inside(schema, name));
  if (Array.isArray(value)) return value.map((each, index) => within(schemasOf(`${index}`), each));
  const named = (name: string) => schemas.flatMap((schema) => ownOf(shapeOf(schema), name));
  return membersOf(value, (name) => isOptional(named(name)), schemasOf);
};

const ownOf = (shape: Readonly<Record<string, Schema>>, name: string) =>
  Object.hasOwn(shape, name) ? [shape[name]!] : [];

/** Whether a member may be left out by each of its schemas, and is `null` by none. */
const isOptional = (schemas: readonly (Schema | undefined)[]) =>
  schemas.length > 0 && schemas.every((schema) => schema && takes(schema, undefined) && !takes(schema, null));

const takes = (schema: Schema, value: unknown) => z.safeParse(schema, value).success;
