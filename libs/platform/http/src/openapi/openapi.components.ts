import type { JsonSchema } from './openapi.class-schema.js';
import { LONG_NAMES, namesFor, type Use } from './openapi.names.js';
import { notesOf, withoutNotes, withParts, type Place } from './openapi.parts.js';

type Schemas = Readonly<Record<string, JsonSchema>>;
type Shape = { schema: JsonSchema; readonly uses: Use[]; readonly repeats: Use[] };

/**
 * Collects the objects and enums inside of schemas as components, so that each has one name in a generated client. Equal
 * ones, whatever their notes, are one component.
 */
export class Components {
  private readonly shapes = new Map<string, Shape>();

  /**
   * The schema of `owner` with references in the place of what it contains. References are final after `named`. A `repeat`
   * does not take part in naming what others contain, too.
   */
  collect(owner: string, schema: JsonSchema, isRepeat = false): JsonSchema {
    return withParts(schema, (part, place) => this.referring(part, { owner, path: [], place, isRepeat }));
  }

  /** The same for the schema of a parameter `name`, which may itself become a component; a repeat. */
  collectWhole(owner: string, name: string, schema: JsonSchema): JsonSchema {
    return this.referring(schema, { owner, path: [], place: { keyword: 'properties', name }, isRepeat: true });
  }

  /** All components by name: `roots`, whose names stand, and what was collected; with the function that resolves references. */
  named(roots: Schemas): { readonly schemas: Schemas; readonly resolved: <T>(document: T) => T } {
    const rootNames = new Map(Object.entries(roots).map(([name, schema]) => [identity(schema), name]));
    const open = [...this.shapes].filter(([key]) => !rootNames.has(key));
    const taken = new Set(Object.keys(roots));
    const first = namesFor(usedIn(open, 'uses'), taken);
    const others = open.filter(([key]) => !first.has(key));
    const names = new Map([
      ...first,
      ...namesFor(usedIn(others, 'repeats'), new Set([...taken, ...first.values()]), LONG_NAMES),
    ]);
    const nameOf = (key: string) => rootNames.get(key) ?? names.get(key)!;
    const resolved = <T>(document: T): T =>
      JSON.parse(JSON.stringify(document), (keyword, value: unknown) =>
        keyword === '$ref' && this.shapes.has(value as string)
          ? `#/components/schemas/${nameOf(value as string)}`
          : value,
      ) as T;
    const collected = [...names].map(([key, name]) => [name, this.shapes.get(key)!.schema] as const);
    return { schemas: resolved({ ...roots, ...Object.fromEntries(collected) }), resolved };
  }

  private referring(
    schema: JsonSchema,
    at: { readonly owner: string; readonly path: readonly string[]; readonly place: Place; readonly isRepeat: boolean },
  ): JsonSchema {
    const path = [...at.path, ...(at.place.name === undefined ? [] : [at.place.name])];
    const inside = withParts(schema, (part, place) => this.referring(part, { ...at, path, place }));
    if (!isShape(inside)) return inside;
    const key = identity(inside);
    const use = {
      owner: at.owner,
      path,
      title: schema['title'] as string | undefined,
      isOne: ONE_OF_MANY.includes(at.place.keyword),
      fields: fieldsOf(inside),
    };
    const kept = this.shapes.get(key) ?? { schema: inside, uses: [], repeats: [] };
    this.shapes.set(key, kept);
    kept[at.isRepeat ? 'repeats' : 'uses'].push(use);
    if (JSON.stringify(inside).length > JSON.stringify(kept.schema).length) kept.schema = inside; // the best documented
    return { $ref: key, ...fieldNotes(inside) };
  }
}

const usedIn = (shapes: readonly (readonly [string, Shape])[], kind: 'uses' | 'repeats') =>
  new Map(shapes.flatMap(([key, shape]) => (shape[kind].length > 0 ? [[key, shape[kind]] as const] : [])));

const ONE_OF_MANY = ['items', 'additionalProperties'];

const isShape = ({ type, properties, enum: values }: JsonSchema) =>
  (type === 'object' && properties !== undefined) ||
  (values !== undefined && (type === 'string' || type === 'integer'));

const fieldsOf = ({ properties }: JsonSchema) => Object.keys((properties as object | undefined) ?? {});

// The labels of values belong to the enum, all other notes to the field.
const fieldNotes = (schema: JsonSchema) => {
  const { 'x-labels': _, ...notes } = notesOf(schema);
  return notes;
};

const identity = (schema: JsonSchema): string => {
  const bare = (part: JsonSchema): JsonSchema => withParts(withoutNotes(part), bare);
  const { enum: values, ...rest } = bare(schema);
  return JSON.stringify([rest, [...((values as readonly string[] | undefined) ?? [])].sort()]);
};
