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

const maskable = ({ enum: values, format, pattern, ...schema }: JsonSchema): JsonSchema => {
  const { type, required, minItems, minProperties, ...rest } = schema;
  if (type === undefined) return { ...schema, ...(values !== undefined && { type: 'string' }) };
  const kinds = [type].flat();
  if (kinds.some((kind) => kind === 'object' || kind === 'array')) return { ...rest, type };
  return kinds.some((kind) => WITHOUT_MASK.includes(kind)) ? { ...schema, type: [...kinds, 'null'] } : schema;
};

const WITHOUT_MASK: readonly unknown[] = ['number', 'integer', 'boolean'];
