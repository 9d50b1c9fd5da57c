import type { JsonSchema } from './openapi.class-schema.js';

const MAPS = ['properties', 'patternProperties'];
const LISTS = ['anyOf', 'oneOf', 'allOf', 'prefixItems'];
const SINGLE = ['items', 'additionalProperties', 'propertyNames', 'not'];

/** A part of a schema, by the keyword that holds it and, in `properties`, its name. */
export type Place = { readonly keyword: string; readonly name?: string };

/** The schema with each of its direct parts replaced. */
export const withParts = (schema: JsonSchema, change: (part: JsonSchema, place: Place) => JsonSchema): JsonSchema =>
  Object.fromEntries(Object.entries(schema).map(([keyword, value]) => [keyword, changed(keyword, value, change)]));

const changed = (keyword: string, value: unknown, change: (part: JsonSchema, place: Place) => JsonSchema): unknown => {
  if (MAPS.includes(keyword))
    return Object.fromEntries(
      Object.entries(value as Record<string, JsonSchema>).map(([name, part]) => [
        name,
        change(part, { keyword, name }),
      ]),
    );
  if (LISTS.includes(keyword)) return (value as JsonSchema[]).map((part) => change(part, { keyword }));
  return SINGLE.includes(keyword) && typeof value === 'object' ? change(value as JsonSchema, { keyword }) : value;
};

const NOTES = ['title', 'description', 'examples', 'default', 'deprecated'];

/** What a schema says for readers, which does not change the values it accepts. */
export const notesOf = (schema: JsonSchema): JsonSchema =>
  Object.fromEntries(Object.entries(schema).filter(([keyword]) => isNote(keyword)));

/** The schema without notes. */
export const withoutNotes = (schema: JsonSchema): JsonSchema =>
  Object.fromEntries(Object.entries(schema).filter(([keyword]) => !isNote(keyword)));

const isNote = (keyword: string) => NOTES.includes(keyword) || keyword.startsWith('x-');
