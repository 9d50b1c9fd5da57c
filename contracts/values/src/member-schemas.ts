import type { z } from 'zod';

type MemberSchema = (name: string) => z.ZodType | undefined;

const known = new WeakMap<z.core.$ZodType, MemberSchema>();

/**
 * Declares that the values of a map have schemas by their names, which its refinement checks; `undefined` if there is no
 * member of that name. Returns the map.
 */
export const withMembers = <Schema extends z.ZodType>(map: Schema, at: MemberSchema): Schema => {
  known.set(map, at);
  return map;
};

/** The declaration of a map by `withMembers`. */
export const membersByName = (schema: z.core.$ZodType): MemberSchema | undefined => known.get(schema);
