import type { Contract, Event } from '@annals/event-sourcing';
import { isId, textsFor, type JsonSchema } from './json-schema.js';

const [MINUTE, DAY] = [60_000, 86_400_000]; // ms

/** The value of a field in the n-th event. */
type Drawing = { readonly n: number; readonly ids: (field: string) => string };

/** An event with all optional fields: `ids` returns the ids by field, days and instants advance with `n`, other values are constant. */
export const nthEvent = (contract: Contract, n: number, ids: Drawing['ids']): Event =>
  contract.event(valueOf(schemaOf(contract), '', { n, ids }) as never);

const schemas = new WeakMap<Contract, JsonSchema>();

const schemaOf = (contract: Contract): JsonSchema => {
  const schema = schemas.get(contract) ?? (contract.jsonSchema() as JsonSchema);
  schemas.set(contract, schema);
  return schema;
};

const valueOf = (schema: JsonSchema, field: string, drawing: Drawing): unknown => {
  if (schema.const !== undefined) return schema.const;
  if (isId(schema)) return drawing.ids(field);
  const moment = momentOf(schema, drawing.n);
  if (moment !== undefined) return moment;
  const [example] = schema.examples ?? schema.enum ?? [];
  return example ?? built(schema, field, drawing);
};

const momentOf = ({ format }: JsonSchema, n: number): string | undefined => {
  if (format === 'date-time') return new Date(Date.UTC(2024, 0, 1) + n * MINUTE).toISOString();
  return format === 'date' ? new Date(Date.UTC(2024, 0, 1) + n * DAY).toISOString().slice(0, 10) : undefined;
};

const built = (schema: JsonSchema, field: string, drawing: Drawing): unknown => {
  const { anyOf, items, properties, additionalProperties, propertyNames = {} } = schema;
  if (anyOf) return valueOf(oneOf(anyOf, drawing.n), field, drawing);
  if (items) return [valueOf(items, field, drawing)];
  if (properties)
    return Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, valueOf(each, name, drawing)]));
  if (typeof additionalProperties === 'object')
    return { [textsFor(propertyNames)[0]!]: valueOf(additionalProperties, field, drawing) };
  return scalarOf(schema);
};

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
