import { membersByName } from '@annals/contracts-values';
import type { z } from 'zod';

export type Schema = z.core.$ZodType;

const defOf = (schema: Schema) => (schema as z.core.$ZodTypes)._zod.def;

/** The members of an object; those of other schemas are none. */
export const shapeOf = (schema: Schema): Readonly<Record<string, Schema>> => {
  const def = defOf(schema);
  return def.type === 'object' ? def.shape : {};
};

/** The schemas of a member or an entry of a list. */
export const inside = (schema: Schema, step: string): readonly Schema[] => {
  const byName = membersByName(schema);
  if (byName) return [byName(step)].flatMap((member) => (member ? plain(member) : []));
  const def = defOf(schema);
  if (def.type === 'array') return plain(def.element);
  if (def.type === 'record') return plain(def.valueType);
  return Object.hasOwn(shapeOf(schema), step) ? plain(shapeOf(schema)[step]!) : [];
};

/** The schema without optional, nullable and other wrappers; all branches of a union. */
export const plain = (schema: Schema): readonly Schema[] => {
  if (membersByName(schema)) return [schema];
  const def = defOf(schema);
  if (def.type === 'union') return def.options.flatMap(plain);
  if (def.type === 'pipe') return plain(def.in);
  return 'innerType' in def ? plain(def.innerType) : [schema];
};

/** The longest free text that a schema takes; `undefined` if it takes none. A text with a format or a pattern is not free. */
export const longestText = (schema: Schema): number | undefined => {
  const def = defOf(schema);
  if (def.type === 'lazy') return Infinity; // any JSON
  if (def.type !== 'string' || 'format' in def) return undefined;
  const checks = (def.checks ?? []).map((each) => (each as z.core.$ZodChecks)._zod.def);
  if (checks.some(({ check }) => check === 'string_format')) return undefined;
  return Math.min(Infinity, ...checks.flatMap((check) => (check.check === 'max_length' ? check.maximum : [])));
};
