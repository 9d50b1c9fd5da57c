import type { JsonSchema } from './openapi.class-schema.js';
import { withParts } from './openapi.parts.js';

/** The schema of a request with `null` for every member that may be left out, since many clients send it for an absent value. */
export const withNulls = <Schema extends JsonSchema>(schema: Schema): Schema => {
  const inside = withParts(schema, withNulls);
  const { properties, required = [] } = inside as {
    readonly properties?: object;
    readonly required?: readonly string[];
  };
  if (properties === undefined || 'x-null' in inside) return inside as Schema; // there, null is a value
  const members = Object.entries(properties as Readonly<Record<string, JsonSchema>>).map(([name, member]) => [
    name,
    required.includes(name) ? member : orNull(member),
  ]);
  return { ...(inside as Schema), properties: Object.fromEntries(members) as object };
};

const orNull = (schema: JsonSchema): JsonSchema => {
  const options = (schema['anyOf'] as readonly JsonSchema[] | undefined) ?? [schema];
  const isTyped = options.some((option) => Object.keys(option).length > 0);
  if (!isTyped || options.some(({ type }) => [type].flat().includes('null'))) return schema;
  return { anyOf: [schema, { type: 'null' }] };
};
