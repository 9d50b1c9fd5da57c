import type { z } from 'zod';

/** The names of the fields of a schema at a path; for a union those of all branches. */
export const keysAt = (schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly string[] =>
  path
    .reduce<readonly z.core.$ZodType[]>(
      (schemas, step) => schemas.flatMap((each) => inside(each, String(step))),
      plain(schema),
    )
    .flatMap((each) => Object.keys(shapeOf(each)));

const defOf = (schema: z.core.$ZodType) => (schema as z.core.$ZodTypes)._zod.def;

const shapeOf = (schema: z.core.$ZodType): Readonly<Record<string, z.core.$ZodType>> => {
  const def = defOf(schema);
  return def.type === 'object' ? def.shape : {};
};

const inside = (schema: z.core.$ZodType, step: string): readonly z.core.$ZodType[] => {
  const def = defOf(schema);
  if (def.type === 'array') return plain(def.element);
  if (def.type === 'record') return plain(def.valueType);
  return Object.hasOwn(shapeOf(schema), step) ? plain(shapeOf(schema)[step]!) : [];
};

/** The schema without optional, nullable and other wrappers. */
const plain = (schema: z.core.$ZodType): readonly z.core.$ZodType[] => {
  const def = defOf(schema);
  if (def.type === 'union') return def.options.flatMap(plain);
  if (def.type === 'pipe') return plain(def.in);
  return 'innerType' in def ? plain(def.innerType) : [schema];
};
