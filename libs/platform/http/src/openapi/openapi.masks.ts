import type { JsonSchema } from './openapi.class-schema.js';
import { withParts } from './openapi.parts.js';

/**
 * The schema of an answer as readers see it who may not see personal data: a personal text may be `•••`, a list or a group
 * empty, a number or a flag `null`, so that no value has two types.
 */
export const withMasks = (schema: JsonSchema): JsonSchema => {
  const inside = withParts(schema, withMasks);
  return inside['x-personal'] === undefined ? inside : maskable(inside);
};

const maskable = (schema: JsonSchema): JsonSchema => {
  const kinds = [schema['type'] ?? []].flat();
  if (kinds.some((kind) => WITHOUT_MASK.includes(kind))) return { ...schema, type: [...kinds, 'null'] };
  const { enum: values, format, pattern, required, minItems, minProperties, ...rest } = schema;
  return { ...rest, ...(values !== undefined && { type: 'string' }) };
};

const WITHOUT_MASK: readonly unknown[] = ['number', 'integer', 'boolean'];
