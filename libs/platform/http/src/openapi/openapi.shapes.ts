import type { JsonSchema } from './openapi.class-schema.js';
import { withParts } from './openapi.parts.js';

/**
 * The same schema in the forms that generators of clients read alike: every enum and constant has its `type`, whole numbers
 * are `int64`, an optional value is `type: ["string", "null"]`, and other alternatives are `oneOf`.
 */
export const shaped = (schema: JsonSchema): JsonSchema => united(typed(withParts(schema, shaped)));

const typed = (schema: JsonSchema): JsonSchema => {
  const values = 'const' in schema ? [schema['const']] : (schema['enum'] as readonly unknown[] | undefined);
  if (values) return { ...schema, type: typesOf(values) };
  return schema['type'] === 'integer' ? { ...schema, format: schema['format'] ?? 'int64' } : withoutPattern(schema);
};

const withoutPattern = ({ pattern, ...rest }: JsonSchema): JsonSchema =>
  pattern === undefined || TIMES.includes(rest['format']) ? rest : { ...rest, pattern };

/** Formats that say all that their patterns say. */
const TIMES: readonly unknown[] = ['date', 'date-time'];

const typesOf = (values: readonly unknown[]): unknown => {
  const types = [...new Set(values.map(typeOf))];
  return types.length === 1 ? types[0] : types;
};

const typeOf = (value: unknown) => {
  if (value === null) return 'null';
  return Number.isInteger(value) ? 'integer' : typeof value;
};

const united = ({ anyOf, ...rest }: JsonSchema): JsonSchema => {
  if (anyOf === undefined) return rest;
  const options = distinct(anyOf as readonly JsonSchema[]);
  if (options.every((option) => !('type' in option || '$ref' in option || 'oneOf' in option))) return rest; // notes of formats
  return { ...rest, ...(isPlain(options) ? merged(options) : options.length === 1 ? options[0] : { oneOf: options }) };
};

const distinct = (options: readonly JsonSchema[]) => [
  ...new Map(options.map((option) => [JSON.stringify(option), option])).values(),
];

const PLAIN = ['string', 'number', 'integer', 'boolean', 'null', 'array'];

/** Whether the type of a value says which of the alternatives it is. */
const isPlain = (options: readonly JsonSchema[]) =>
  options.length > 1 &&
  options.every(({ type, enum: values }) => PLAIN.includes(type as string) && values === undefined) &&
  new Set(options.map(({ type }) => type)).size === options.length &&
  options.filter((option) => Object.keys(option).length > 1).length <= 1;

const merged = (options: readonly JsonSchema[]): JsonSchema => ({
  ...(Object.assign({}, ...options) as JsonSchema),
  type: options.map(({ type }) => type),
});
