import { explain } from '@annals/contracts-values';
import type { PageParts } from '@annals/slice';
import { z } from 'zod';
import { REVISION } from './answer-schemas.js';

/** The name of the page in the description of the API. */
export const PAGE = 'CustomerView';

type Json = Readonly<Record<string, unknown>>;

/** JSON Schemas of the page of a customer, by name. */
export const pageSchemas = (page: PageParts): Readonly<Record<string, object>> => {
  const parts = Object.values(page).map(({ part, needs }) => propertiesOf(part.answer.schema, needs !== undefined));
  const own = propertiesOf(z.strictObject({ revision: REVISION }), false);
  const properties = Object.assign({ customerId: { type: 'string' } }, own, ...parts) as Json;
  return {
    [PAGE]: {
      description:
        'The customer on one page. What the caller has no right to see is `null`, and not among the events either.',
      ...{ type: 'object', properties, required: Object.keys(properties), additionalProperties: false },
    },
  };
};

const propertiesOf = (schema: z.ZodObject, isNullable: boolean): Json => {
  const json = z.toJSONSchema(schema, { unrepresentable: 'any', override: ({ jsonSchema }) => explain(jsonSchema) });
  const { properties = {} } = shapeOf(json) as { properties?: Json };
  if (!isNullable) return properties;
  return Object.fromEntries(
    Object.entries(properties).map(([name, field]) => [name, { anyOf: [field, { type: 'null' }] }]),
  );
};

/** What of a value holds for what older versions recorded, too. */
const KEPT = [
  'type',
  'properties',
  'required',
  'items',
  'anyOf',
  'enum',
  'const',
  'additionalProperties',
  'description',
  'x-personal',
];

/** Formats that no older version recorded otherwise. */
const TIMES: readonly unknown[] = ['date', 'date-time'];

const isKept = (name: string, value: unknown) =>
  KEPT.includes(name) || name === 'examples' || (name === 'format' && TIMES.includes(value));

const shapeOf = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(shapeOf);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema as Json)
      .filter(([name, value]) => isKept(name, value))
      .map(([name, value]) => [name, partOf(name, value)]),
  );
};

const partOf = (name: string, value: unknown): unknown => {
  if (name === 'examples') return value;
  return name === 'properties' ? fieldsOf(value as Json) : shapeOf(value);
};

const fieldsOf = (properties: Json): Json =>
  Object.fromEntries(Object.entries(properties).map(([name, field]) => [name, shapeOf(field)]));
