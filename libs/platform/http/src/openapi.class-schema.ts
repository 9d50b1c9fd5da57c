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
};

type Meta = { readonly constraints: readonly unknown[] };

const instantOrDay = { type: 'string', anyOf: [{ format: 'date-time' }, { format: 'date' }] };

/** What our own validators mean, by their names. */
const additionalConverters = {
  fits: ({ constraints: [schema] }: Meta) => zodSchema(schema as z.ZodType),
  isPastInstant: () => instantOrDay,
  customValidation: () => ({}),
};

/** JSON Schema 2020-12 of what callers may send, from the validators of a class; `without` are fields that are set elsewhere. */
export const classSchema = (type: Type, without: readonly string[] = []): ObjectSchema => {
  const { properties = {} } = targetConstructorToSchema(type, { additionalConverters } as object);
  const defaults = new type() as Readonly<Record<string, unknown>>;
  const shown = Object.entries(properties).filter(([name]) => !without.includes(name));
  const required = requiredOf(type).filter((name) => !without.includes(name));
  return {
    type: 'object',
    properties: Object.fromEntries(
      shown.map(([name, schema]) => [name, { ...(schema as JsonSchema), ...defaultOf(defaults[name]) }]),
    ),
    ...(required.length === 0 ? {} : { required }),
    additionalProperties: false,
  };
};

/** Whether anything says what an instance has to look like. */
export const isForm = (type: unknown): type is Type =>
  typeof type === 'function' && getMetadataStorage().getTargetValidationMetadatas(type, '', true, false).length > 0;

// What an empty instance is refused for has to be sent: optional marks, defaults and schemas that take nothing all count.
const requiredOf = (type: Type): readonly string[] =>
  validateSync(new type() as object).map(({ property }) => property);

const defaultOf = (value: unknown) => (value === undefined ? {} : { default: value });

const zodSchema = (schema: z.ZodType): JsonSchema => {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return withoutCycles({ ...json, $schema: undefined, $defs: undefined }); // the document says its dialect once
};

// What holds itself, as any JSON value does, is described as anything: its definition would be out of place here.
const withoutCycles = (json: object): JsonSchema =>
  JSON.parse(JSON.stringify(json), (_, value: unknown) => (isReference(value) ? {} : value)) as JsonSchema;

const isReference = (value: unknown) => typeof value === 'object' && value !== null && '$ref' in value;
