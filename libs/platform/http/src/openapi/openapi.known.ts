import type { JsonSchema } from './openapi.class-schema.js';

type Known = {
  readonly name: string;
  readonly value: unknown;
  readonly format: unknown;
  /** The names of the fields of its record. */
  readonly beside: readonly string[];
};

/** The examples of the fields of schemas. */
export class KnownExamples {
  private readonly byName: ReadonlyMap<string, readonly Known[]>;
  private readonly byFormat: ReadonlyMap<unknown, readonly Known[]>;

  constructor(schemas: readonly JsonSchema[]) {
    const known = schemas.flatMap(knownIn);
    this.byName = Map.groupBy(known, ({ name }) => name);
    this.byFormat = Map.groupBy(known, ({ format }) => format);
  }

  /**
   * The example of a value without records: its own, else that of a field of its name, in the record that has most other
   * fields in common, else of a field that is called like the last word of its name; for an instant or a day, any.
   */
  of(schema: JsonSchema, name: string, beside: readonly string[]): unknown {
    const own = examplesOf(schema).find((value) => fits(schema, value));
    if (own !== undefined) return own;
    return this.closest(schema, name, beside) ?? this.closest(schema, lastWord(name), beside) ?? this.ofFormat(schema);
  }

  private closest(schema: JsonSchema, name: string, beside: readonly string[]): unknown {
    const known = this.byName.get(name) ?? [];
    const fitting = known.filter(({ value, format }) => format === schema['format'] && fits(schema, value));
    const shared = (each: Known) => inCommon(each.beside, beside);
    return fitting.toSorted((one, other) => shared(other) - shared(one))[0]?.value;
  }

  private ofFormat(schema: JsonSchema): unknown {
    const { format } = schema;
    const known = schema['type'] === 'integer' || format === undefined ? [] : (this.byFormat.get(format) ?? []);
    return known.find(({ value }) => fits(schema, value))?.value;
  }
}

const knownIn = (schema: JsonSchema): readonly Known[] =>
  Object.entries((schema['properties'] ?? {}) as Readonly<Record<string, JsonSchema>>).flatMap(([name, each]) => [
    ...examplesOf(each).map((value) => ({ name, value, format: each['format'], beside: fieldsOf(schema) })),
    ...knownIn(each),
  ]);

const fieldsOf = ({ properties = {} }: JsonSchema) => Object.keys(properties as object);

/** The part of all fields of two records that both have. */
const inCommon = (one: readonly string[], other: readonly string[]): number => {
  const shared = one.filter((name) => other.includes(name)).length;
  return shared / (one.length + other.length - shared);
};

/** `name` of `customerName`. */
const lastWord = (name: string) => /[A-Z][a-z]*$/.exec(name)?.[0].toLowerCase() ?? name;

const examplesOf = ({ examples = [] }: JsonSchema) => examples as readonly unknown[];

/** Whether a value is one of a schema without records: a scalar, a list of them or a map without declared members. */
const fits = (schema: JsonSchema, value: unknown): boolean => {
  const types = [schema['type']].flat();
  if (Array.isArray(value)) return types.includes('array') && value.every((each) => fits(itemsOf(schema), each));
  if (typeof value === 'object') return value !== null && types.includes('object') && !('properties' in schema);
  return types.some((type) => type === typeof value || isWhole(type, value)) && isWithin(schema, value);
};

const itemsOf = ({ items }: JsonSchema) => items as JsonSchema;

const isWhole = (type: unknown, value: unknown) => type === 'integer' && Number.isInteger(value);

const isWithin = ({ enum: values, pattern, maxLength = Infinity }: JsonSchema, value: unknown): boolean =>
  (values === undefined || (values as readonly unknown[]).includes(value)) &&
  (typeof value !== 'string' ||
    (value.length <= (maxLength as number) && new RegExp((pattern ?? '') as string, 'u').test(value)));
