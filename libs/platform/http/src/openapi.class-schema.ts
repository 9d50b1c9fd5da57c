import type { AnyCommandClass } from '@annals/command-bus';
import { explain } from '@annals/contracts-values';
import { getMetadataStorage, validateSync } from 'class-validator';
import { targetConstructorToSchema } from 'class-validator-jsonschema';
import type { Type } from '@nestjs/common';
import { z } from 'zod';

export type JsonSchema = { readonly [keyword: string]: unknown };
export type ObjectSchema = {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties: false;
  readonly examples?: readonly object[];
};

type Meta = { readonly constraints: readonly unknown[] };

/** What our own validators mean, by their names. */
const additionalConverters = {
  fits: ({ constraints: [schema] }: Meta) => zodSchema(schema as z.ZodType),
  customValidation: () => ({}),
};

/** JSON Schema 2020-12 of what callers may send, from the validators of a class. */
export const classSchema = (type: Type): ObjectSchema => {
  const { properties = {} } = targetConstructorToSchema(type, { additionalConverters });
  const defaults = new type() as Readonly<Record<string, unknown>>;
  const shown = Object.entries(properties).map(([name, schema]) => [
    name,
    { ...(schema as object), ...defaultOf(defaults[name]) },
  ]);
  return objectSchema(Object.fromEntries(shown) as ObjectSchema['properties'], requiredOf(type));
};

/** The same of the body of a command, with an example; `without` are the fields that its path holds. */
export const commandSchema = ({ fields, route }: AnyCommandClass, without: readonly string[]): ObjectSchema => {
  const shown = Object.entries(fields).filter(([name]) => !without.includes(name));
  const mayBeLeftOut = (name: string, schema: z.ZodType) =>
    name === route?.creates || name in (route?.fills ?? {}) || schema.safeParse(undefined).success;
  const required = shown.filter(([name, schema]) => !mayBeLeftOut(name, schema)).map(([name]) => name);
  const properties = Object.fromEntries(shown.map(([name, schema]) => [name, zodSchema(schema)]));
  return { ...objectSchema(properties, required), ...exampleOf(properties, required) };
};

/** What has to be sent, by the examples of the fields; nothing where one of them has none. */
const exampleOf = (properties: ObjectSchema['properties'], required: readonly string[]) => {
  const values = required.map((name) => [
    name,
    (properties[name]?.['examples'] as readonly unknown[] | undefined)?.[0],
  ]);
  const isWhole = values.length > 0 && values.every(([, value]) => value !== undefined);
  return isWhole ? { examples: [Object.fromEntries(values) as object] } : {};
};

const objectSchema = (properties: ObjectSchema['properties'], required: readonly string[]): ObjectSchema => ({
  type: 'object',
  properties,
  ...(required.length === 0 ? {} : { required }),
  additionalProperties: false,
});

/** Whether anything says what an instance has to look like. */
export const isForm = (type: unknown): type is Type =>
  typeof type === 'function' && getMetadataStorage().getTargetValidationMetadatas(type, '', true, false).length > 0;

// What an empty instance is refused for has to be sent: optional marks, defaults and schemas that take nothing all count.
const requiredOf = (type: Type): readonly string[] =>
  validateSync(new type() as object).map(({ property }) => property);

const defaultOf = (value: unknown) => (value === undefined ? {} : { default: value });

/** JSON Schema of what a field takes. What is prepared before it is parsed is described by what it has to become. */
export const zodSchema = (schema: z.ZodType): JsonSchema => {
  const parsed = schema instanceof z.ZodPipe && schema.in instanceof z.ZodTransform ? schema.out : schema;
  const json = z.toJSONSchema(parsed as z.ZodType, {
    ...{ io: 'input', unrepresentable: 'any' },
    override: ({ jsonSchema }) => explain(jsonSchema),
  });
  return withoutCycles({ ...json, $schema: undefined, $defs: undefined }); // the document says its dialect once
};

// What holds itself, as any JSON value does, is described as anything: its definition would be out of place here.
const withoutCycles = (json: object): JsonSchema =>
  JSON.parse(JSON.stringify(json), (_, value: unknown) => (isReference(value) ? {} : value)) as JsonSchema;

const isReference = (value: unknown) => typeof value === 'object' && value !== null && '$ref' in value;
