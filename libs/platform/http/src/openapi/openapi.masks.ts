import type { JsonSchema } from './openapi.class-schema.js';
import { withParts } from './openapi.parts.js';

/** The schema of an answer in which every personal value may be `•••`, as readers see it who may not see personal data. */
export const withMasks = (schema: JsonSchema): JsonSchema => {
  const inside = withParts(schema, withMasks);
  return inside['x-personal'] === undefined ? inside : maskable(inside);
};

const maskable = ({ enum: values, format, pattern, type, ...rest }: JsonSchema): JsonSchema => {
  if (type === undefined) return { ...rest, ...(values !== undefined && { type: 'string' }) };
  return { ...rest, type: type === 'string' ? type : [...[type].flat(), 'string'] };
};
