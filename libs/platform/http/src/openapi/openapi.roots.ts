import type { JsonSchema } from './openapi.class-schema.js';
import type { Components } from './openapi.components.js';
import { JSON_VALUE, shaped } from './openapi.shapes.js';

type Root = { readonly schema: JsonSchema; readonly owner: string; readonly isRepeat: boolean };

/** The schemas with names that are declared: of requests, responses and what those consist of. */
export class Roots {
  private readonly roots = new Map<string, Root>();

  add(name: string, schema: JsonSchema): void {
    this.roots.set(name, { schema, owner: name, isRepeat: false });
  }

  /** A schema that contains what the schema `owner` contains, and gives it no names. */
  addRepeat(name: string, owner: string, schema: JsonSchema): void {
    this.roots.set(name, { schema, owner, isRepeat: true });
  }

  schemaOf(name: string): JsonSchema | undefined {
    return this.roots.get(name)?.schema;
  }

  referTo(name: string): JsonSchema {
    return { $ref: `#/components/schemas/${name}` };
  }

  /** One of several schemas, by the values of a property. */
  oneOf(propertyName: string, named: readonly (readonly [value: string, name: string])[]): JsonSchema {
    const mapping = Object.fromEntries(named.map(([value, name]) => [value, this.referTo(name)['$ref']]));
    return { oneOf: named.map(([, name]) => this.referTo(name)), discriminator: { propertyName, mapping } };
  }

  /** All of them, with references to components in the place of what they contain. */
  collected(parts: Components): Readonly<Record<string, JsonSchema>> {
    const all = [...this.roots].map(
      ([name, { schema, owner, isRepeat }]) => [name, parts.collect(owner, shaped(schema), isRepeat)] as const,
    );
    return { ...Object.fromEntries<JsonSchema>(all), [JSON_VALUE]: ANY_VALUE };
  }
}

const ANY_VALUE: JsonSchema = {
  description: 'Any JSON value.',
  type: ['string', 'number', 'boolean', 'object', 'array', 'null'],
  items: {},
};
