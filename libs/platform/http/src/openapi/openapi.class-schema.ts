import { everyCommand, type AnyCommandClass } from '@annals/command-bus';
import { describeMembers, explain } from '@annals/contracts-values';
import type { Words } from '@annals/event-sourcing';
import { getMetadataStorage, validateSync } from 'class-validator';
import { JSONSchema, targetConstructorToSchema } from 'class-validator-jsonschema';
import type { Type } from '@nestjs/common';
import { z } from 'zod';

export type JsonSchema = { readonly [keyword: string]: unknown };
export type ObjectSchema = {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties: false;
  readonly examples?: readonly object[];
  /** Generators of clients pass over these, unlike `allOf`; validators do not. */
  readonly if?: JsonSchema;
  readonly then?: JsonSchema;
};

type Meta = { readonly constraints: readonly unknown[] };

/** JSON Schemas of our own validators, by name. */
const additionalConverters = {
  fits: ({ constraints: [schema] }: Meta) => zodSchema(schema as z.ZodType),
  customValidation: () => ({}),
  // The library's own say `number` of integers, too.
  min: ({ constraints: [minimum] }: Meta) => ({ minimum: minimum as number }),
  max: ({ constraints: [maximum] }: Meta) => ({ maximum: maximum as number }),
};

/** JSON Schema 2020-12 of the input of a class, from its validators. */
export const classSchema = (type: Type): ObjectSchema => {
  const { properties = {} } = targetConstructorToSchema(type, { additionalConverters });
  const defaults = new type() as Readonly<Record<string, unknown>>;
  const shown = Object.entries(properties).map(([name, schema]) => [
    name,
    { ...(schema as object), ...defaultOf(defaults[name]) },
  ]);
  const [named, required] = [Object.fromEntries(shown) as ObjectSchema['properties'], requiredOf(type)];
  return { ...objectSchema(named, required), ...exampleOf(named, required) };
};

/** An example of a field of a form, for the description of the API. */
export const Example = (value: unknown): PropertyDecorator =>
  JSONSchema((schema) => ({ ...schema, examples: [value] })) as PropertyDecorator;

/** What else the description of the API says of a field, which the handler itself checks. */
export const Declares = (schema: JsonSchema): PropertyDecorator =>
  JSONSchema((known) => ({ ...known, ...schema })) as PropertyDecorator;

/** What a field is called, and each of its values, as `explain` describes a schema. */
export const Labelled = (label: Words, values?: Readonly<Record<string, Words>>): PropertyDecorator => {
  const schema: Record<string, unknown> = { label, ...(values && { values }) };
  explain(schema);
  return Declares(schema);
};

/** The same for the body of a command, with an example; `without` are the fields in its path. Callers cannot send what the server sets. */
export const commandSchema = ({ fields, route }: AnyCommandClass, without: readonly string[]): ObjectSchema => {
  const hidden = [...without, ...Object.keys(route?.sets ?? {})];
  const shown = Object.entries(fields).filter(([name]) => !hidden.includes(name));
  const mayBeLeftOut = (name: string, schema: z.ZodType) =>
    name === route?.creates || name in (route?.fills ?? {}) || schema.safeParse(undefined).success;
  const required = shown.filter(([name, schema]) => !mayBeLeftOut(name, schema)).map(([name]) => name);
  const properties = Object.fromEntries(shown.map(([name, schema]) => [name, zodSchema(schema)]));
  const { given, needs = [] } = route?.unless ?? {};
  return {
    ...objectSchema(properties, required),
    ...exampleOf(properties, [...required, ...(given === undefined ? [] : [given])]),
    ...(given !== undefined && unless(given, needs)),
  };
};

/** That without a field, or with `null` for it, others are required. */
const unless = (name: string, others: readonly string[]): Pick<ObjectSchema, 'if' | 'then'> => ({
  if: { properties: { [name]: { type: 'null' } } },
  then: {
    required: others,
    properties: Object.fromEntries(others.map((other) => [other, { not: { type: 'null' }, minItems: 1 }])),
  },
});

/** An example of the required fields, or else of the first other field, from their examples; none if a field has no example. */
const exampleOf = (properties: ObjectSchema['properties'], required: readonly string[]) => {
  const example = (name: string) => (properties[name]?.['examples'] as readonly unknown[] | undefined)?.[0];
  const own = Object.keys(properties).filter((name) => !(name in everyCommand) && example(name) !== undefined);
  const values = (required.length > 0 ? required : own.slice(0, 1)).map((name) => [name, example(name)] as const);
  return values.every(([, value]) => value !== undefined) ? { examples: [Object.fromEntries(values) as object] } : {};
};

const objectSchema = (properties: ObjectSchema['properties'], required: readonly string[]): ObjectSchema => ({
  type: 'object',
  properties,
  ...(required.length === 0 ? {} : { required }),
  additionalProperties: false,
});

/** Whether the class has any validators. Kept, because class-validator goes through all classes to find those that it extends. */
export const isForm = (type: unknown): type is Type => {
  if (typeof type !== 'function') return false;
  if (forms.has(type)) return true;
  const isOne = getMetadataStorage().getTargetValidationMetadatas(type, '', true, false).length > 0;
  if (isOne) forms.add(type);
  return isOne;
};

const forms = new WeakSet<object>();

// Required fields are those for which an empty instance is refused, which accounts for optional marks, defaults and schemas.
const requiredOf = (type: Type): readonly string[] =>
  validateSync(new type() as object).map(({ property }) => property);

const defaultOf = (value: unknown) => (value === undefined ? {} : { default: value });

/** JSON Schema of the input of a field. A preprocessed value is described by its target. */
export const zodSchema = (schema: z.ZodType): JsonSchema => {
  const parsed = schema instanceof z.ZodPipe && schema.in instanceof z.ZodTransform ? schema.out : schema;
  const json = z.toJSONSchema(parsed as z.ZodType, {
    ...{ io: 'input', unrepresentable: 'any' },
    override: ({ zodSchema: each, jsonSchema }) => {
      describeMembers(each, jsonSchema, zodSchema);
      explain(jsonSchema);
    },
  });
  return withoutCycles({ ...json, $schema: undefined, $defs: undefined }); // the document declares its dialect once
};

/** A recursive schema, such as any JSON value, is described as any value. */
export const withoutCycles = (json: object): JsonSchema =>
  JSON.parse(JSON.stringify(json), (_, value: unknown) => (isReference(value) ? {} : value)) as JsonSchema;

const isReference = (value: unknown) => typeof value === 'object' && value !== null && '$ref' in value;
