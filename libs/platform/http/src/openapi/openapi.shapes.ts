import type { JsonSchema } from './openapi.class-schema.js';
import { withoutNotes, withParts } from './openapi.parts.js';

/** The name of the schema of any JSON value. */
export const JSON_VALUE = 'AnyValue';

// Some generators look for null beside the reference, others in it.
const ANYTHING = { anyOf: [{ $ref: `#/components/schemas/${JSON_VALUE}` }, { type: 'null' }] };

/**
 * The same schema in the forms that generators of clients read alike: every enum and constant has its `type`, whole numbers
 * are `int64`, an optional value is `type: ["string", "null"]`, other alternatives are `oneOf`, and any value is one by name.
 */
export const shaped = (schema: JsonSchema): JsonSchema =>
  united(typed(withParts(schema, (part, { keyword }) => shapedPart(part, keyword))));

const shapedPart = (part: JsonSchema, keyword: string): JsonSchema =>
  keyword === 'additionalProperties' && isAny(part) ? (true as never) : shaped(part);

const isAny = (schema: JsonSchema) => Object.keys(withoutNotes(schema)).length === 0;

const typed = (schema: JsonSchema): JsonSchema => {
  if (isAny(schema)) return { ...schema, ...ANYTHING };
  const values = 'const' in schema ? [schema['const']] : (schema['enum'] as readonly unknown[] | undefined);
  if (values) return { ...schema, type: typesOf(values) };
  return [schema['type']].flat().includes('integer')
    ? { ...schema, format: schema['format'] ?? 'int64' }
    : withoutPattern(schema);
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
  if (anyOf === ANYTHING.anyOf) return { ...rest, anyOf };
  const options = distinct(anyOf as readonly JsonSchema[]);
  if (options.some((option) => option['anyOf'] === ANYTHING.anyOf)) return { ...rest, ...ANYTHING };
  if (options.every((option) => !('type' in option || '$ref' in option || 'oneOf' in option))) return rest; // notes of formats
  const alternatives = isPlain(options) ? merged(options) : options.length === 1 ? options[0] : { oneOf: options };
  return { ...rest, ...alternatives, ...rest }; // what is said of the whole stays first, and counts more
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
