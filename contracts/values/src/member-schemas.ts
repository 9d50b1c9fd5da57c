import type { z } from 'zod';

/** The members of a map. */
export type Members = {
  /** The schema of a member by its name; `undefined` if there is no member of that name. */
  readonly at: (name: string) => z.ZodType | undefined;
  /** The names that are declared. */
  readonly names: () => readonly string[];
};

const known = new WeakMap<z.core.$ZodType, Members>();

/** Declares that the values of a map have schemas by their names, which its refinement checks. Returns the map. */
export const withMembers = <Schema extends z.ZodType>(map: Schema, members: Members): Schema => {
  known.set(map, members);
  return map;
};

/** The schema of a member by its name, of a map declared by `withMembers`; `undefined` for any other schema. */
export const membersByName = (schema: z.core.$ZodType): Members['at'] | undefined => known.get(schema)?.at;

type Json = Record<string, unknown>;

/**
 * Describes a map declared by `withMembers` as an object that may have each of its declared members, where `null` removes. For
 * `override` of `toJSONSchema`; `describe` gives the JSON Schema of a member.
 */
export const describeMembers = (schema: z.core.$ZodType, json: Json, describe: (member: z.ZodType) => object): void => {
  const members = known.get(schema);
  if (!members) return;
  // Also those that cannot be removed: many clients send an empty list for what is not nullable and left out.
  const described = members.names().map((name) => [name, describe(members.at(name)!.nullable())] as const);
  json['properties'] = Object.fromEntries(described);
  json['additionalProperties'] = true; // clients cannot tell other members apart from these by a schema
  json['x-null'] = 'removes';
};
