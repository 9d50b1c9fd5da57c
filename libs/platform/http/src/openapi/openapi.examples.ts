import type { JsonSchema } from './openapi.class-schema.js';
import { KnownExamples } from './openapi.known.js';

type Schemas = Readonly<Record<string, JsonSchema>>;

/** The name of the field that has the value, the fields of its record, and the schemas that contain it. */
type Place = { readonly name: string; readonly beside: readonly string[]; readonly inside: readonly string[] };

/** An example of each response that `paths` refer to, by the name of its schema. */
export const examplesFor = (paths: object, schemas: Schemas): Readonly<Record<string, object>> => {
  const named = [...JSON.stringify(paths).matchAll(/"#\/components\/examples\/(\w+)"/g)].map(([, name]) => name!);
  const examples = new Examples(schemas);
  return Object.fromEntries([...new Set(named)].sort().map((name) => [name, { value: examples.of(name) }]));
};

/**
 * Makes examples of schemas from the examples of their fields. A field without one has that of a field with its name
 * elsewhere; one that may be left out is shown if it has an example. A record inside of itself is left out.
 */
class Examples {
  private readonly known: KnownExamples;

  constructor(private readonly schemas: Schemas) {
    this.known = new KnownExamples(Object.values(schemas));
  }

  /** An example of the schema called `name`. */
  of(name: string): unknown {
    return this.referred(name, {}, { name, beside: [], inside: [] });
  }

  private valueOf(schema: JsonSchema, place: Place): unknown {
    const { $ref, allOf, ...own } = schema;
    if (typeof $ref === 'string') return this.referred(nameIn($ref), own, place);
    if (allOf) return this.united([...(allOf as readonly JsonSchema[]), own], place);
    if ('const' in schema) return schema['const'];
    const options = (schema['oneOf'] ?? schema['anyOf']) as readonly JsonSchema[] | undefined;
    if (options) return this.chosen(options, own, place);
    return this.known.of(schema, place.name, place.beside) ?? this.made(schema, place);
  }

  private referred(name: string, own: JsonSchema, place: Place): unknown {
    if (place.inside.includes(name)) return undefined;
    return this.valueOf({ ...this.schemas[name], ...own }, { ...place, inside: [...place.inside, name] });
  }

  private united(parts: readonly JsonSchema[], place: Place): object {
    return Object.assign({}, ...parts.map((part) => this.valueOf(part, place))) as object;
  }

  /** Of the first alternative that is not `null`. */
  private chosen(options: readonly JsonSchema[], { examples }: JsonSchema, place: Place): unknown {
    const first = options.find(({ type }) => type !== 'null')!;
    return this.valueOf(examples ? { ...first, examples } : first, place) ?? null;
  }

  private made(schema: JsonSchema, place: Place): unknown {
    if (Array.isArray(schema['enum'])) return schema['enum'][0];
    const type = [schema['type']].flat().find((each) => each !== 'null') as string;
    if (type === 'array') return this.listOf(schema['items'] as JsonSchema, place);
    if (type !== 'object') return SIMPLE[type];
    return 'properties' in schema ? this.recordOf(schema as RecordSchema, place) : {};
  }

  private listOf(items: JsonSchema, place: Place): readonly unknown[] {
    const item = this.valueOf(items, place);
    return item === undefined ? [] : [item];
  }

  private recordOf({ properties, required = [] }: RecordSchema, { inside }: Place): object {
    const beside = Object.keys(properties);
    const members = Object.entries(properties).flatMap(([name, schema]) => {
      const value = required.includes(name)
        ? this.valueOf(schema, { name, beside, inside })
        : this.known.of(this.resolved(schema), name, beside);
      return value === undefined ? [] : [[name, value] as const];
    });
    return Object.fromEntries(members);
  }

  private resolved({ $ref, ...own }: JsonSchema): JsonSchema {
    return typeof $ref === 'string' ? { ...this.schemas[nameIn($ref)], ...own } : own;
  }
}

type RecordSchema = {
  readonly properties: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
};

const SIMPLE: Readonly<Record<string, unknown>> = { null: null, boolean: true, integer: 1, number: 1, string: 'text' };

const nameIn = ($ref: string) => $ref.split('/').at(-1)!;
