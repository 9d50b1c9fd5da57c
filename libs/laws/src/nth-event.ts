import type { Contract, Event } from '@annals/event-sourcing';
import type { z } from 'zod';
import { isId, jsonSchemaOf, textsFor, type JsonSchema } from './json-schema.js';

const [MINUTE, DAY] = [60_000, 86_400_000]; // ms

/** The ids of an event: all are about one customer, and about this record. */
export const idsOf =
  (record: number) =>
  (field: string): string =>
    field === 'customerId' ? 'customer' : `id-${record}`;

/** The value of a field in the n-th event. */
type Drawing = {
  readonly n: number;
  readonly ids: (field: string) => string;
  /** How many entries a list or map has, if its limit allows. */
  readonly entries: number;
  /** The place in the list, if there is one. */
  readonly at: number;
};

/**
 * An event with all optional fields: `ids` returns the ids by field, days and instants advance with `n`, other values are
 * constant. Lists and maps have this number of `entries`, which differ in their ids and texts; of those that lie in each
 * other, only the first entry has as many.
 */
export const nthEvent = (contract: Contract, n: number, ids: Drawing['ids'], entries = 1): Event =>
  contract.event(valueOf(schemaOf(contract), '', { n, ids, entries, at: 0 }) as never);

/** Whether events of a type have lists or maps that have more than one entry. */
export const hasEntries = (contract: Contract): boolean => growsIn(schemaOf(contract));

type Fields = Readonly<Record<string, z.ZodType>>;

/** Whether a command has lists or maps that have more than one entry. */
export const hasLargeFields = (fields: Fields): boolean =>
  Object.values(fields).some((field) => growsIn(jsonSchemaOf(field)));

/** The required fields of a command, and those that have entries: see `nthEvent`. */
export const nthInput = (fields: Fields, n: number, ids: Drawing['ids'], entries: number): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([, field]) => !field.safeParse(undefined).success || growsIn(jsonSchemaOf(field)))
      .map(([name, field]) => [name, valueOf(jsonSchemaOf(field), name, { n, ids, entries, at: 0 })]),
  );

const growsIn = ({ items, anyOf = [], properties = {}, additionalProperties }: JsonSchema): boolean =>
  (items !== undefined && !items.enum) ||
  typeof additionalProperties === 'object' ||
  [...anyOf, ...Object.values(properties)].some(growsIn);

const schemas = new WeakMap<Contract, JsonSchema>();

const schemaOf = (contract: Contract): JsonSchema => {
  const schema = schemas.get(contract) ?? (contract.jsonSchema() as JsonSchema);
  schemas.set(contract, schema);
  return schema;
};

const valueOf = (schema: JsonSchema, field: string, drawing: Drawing): unknown => {
  if (schema.const !== undefined) return schema.const;
  return differing(schema, field, drawing) ?? exampleOf(schema, drawing) ?? built(schema, field, drawing);
};

/** What differs from event to event, or from entry to entry. */
const differing = (schema: JsonSchema, field: string, { n, ids, at }: Drawing): string | undefined => {
  if (isId(schema)) return at > 0 ? `${ids(field)}-${at}` : ids(field);
  return momentOf(schema, n) ?? (at > 0 && isText(schema) ? textAt(schema, at) : undefined);
};

const exampleOf = (schema: JsonSchema, { entries }: Drawing): unknown =>
  entries > 1 && growsIn(schema) ? undefined : (schema.examples ?? schema.enum ?? [])[0];

const isText = ({ type, enum: values }: JsonSchema) => type === 'string' && !values;

/** A different text for each entry. One without a pattern may be a path of the profile, some of which any name follows. */
const textAt = (schema: JsonSchema, at: number): string => {
  const { pattern, examples = textsFor(schema) } = schema;
  if (pattern === undefined) return `attributes.name-${at}`;
  return new RegExp(pattern, 'u').test(`name-${at}`) ? `name-${at}` : String(examples[0]);
};

const momentOf = ({ format }: JsonSchema, n: number): string | undefined => {
  if (format === 'date-time') return new Date(Date.UTC(2024, 0, 1) + n * MINUTE).toISOString();
  return format === 'date' ? new Date(Date.UTC(2024, 0, 1) + n * DAY).toISOString().slice(0, 10) : undefined;
};

const built = (schema: JsonSchema, field: string, drawing: Drawing): unknown => {
  const { anyOf, items, properties, additionalProperties } = schema;
  if (anyOf) return valueOf(oneOf(anyOf, drawing.n + drawing.at), field, drawing);
  if (items) return listOf(schema, field, drawing);
  if (properties)
    return Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, valueOf(each, name, drawing)]));
  return typeof additionalProperties === 'object' ? mapOf(schema, field, drawing) : scalarOf(schema);
};

const listOf = ({ items = {}, maxItems }: JsonSchema, field: string, drawing: Drawing): readonly unknown[] =>
  entriesOf(drawing, maxItems ?? items.enum?.length).map((each) => valueOf(items, field, each));

const mapOf = (schema: JsonSchema, field: string, drawing: Drawing): Readonly<Record<string, unknown>> => {
  const { propertyNames = {}, additionalProperties, maxProperties, examples = [] } = schema;
  const [first] = [...Object.keys(examples[0] ?? {}), ...textsFor(propertyNames)];
  const any = (Object.values(examples[0] ?? {}) as readonly unknown[])[0];
  return Object.fromEntries(
    entriesOf(drawing, maxProperties).map((each) => [
      each.at > 0 ? textAt(propertyNames, each.at) : first!,
      valueOf(additionalProperties as JsonSchema, field, each) ?? any,
    ]),
  );
};

const entriesOf = (drawing: Drawing, most = Infinity): readonly Drawing[] =>
  Array.from({ length: Math.min(drawing.entries, most) }, (_, index) =>
    index === 0 ? drawing : { ...drawing, at: drawing.at + index, entries: 1 },
  );

/** The options in turn. */
const oneOf = (options: readonly JsonSchema[], n: number): JsonSchema => {
  const present = options.filter(({ type }) => type !== 'null');
  return present[n % present.length]!;
};

const scalarOf = (schema: JsonSchema): unknown => {
  const { type, minimum = 0 } = schema;
  if (type === 'string') return textsFor(schema)[0];
  if (type === 'boolean') return true;
  return type === 'integer' || type === 'number' ? minimum : null;
};
