import fc, { type Arbitrary } from 'fast-check';
import type { z } from 'zod';
import { isId, jsonSchemaOf, textsFor, type JsonSchema } from './json-schema.js';

/** Values that fit a schema except its refinements: few ids, so that they collide; examples are more frequent than other values. */
export const anyValueOf = (schema: z.ZodType): Arbitrary<unknown> => valueOf(jsonSchemaOf(schema));

/** An object with values of these fields; optional ones are sometimes left out. */
export const anyFieldsOf = (
  fields: Readonly<Record<string, z.ZodType>>,
): Arbitrary<Readonly<Record<string, unknown>>> =>
  fc.record(Object.fromEntries(Object.entries(fields).map(([name, schema]) => [name, anyValueOf(schema)])), {
    requiredKeys: Object.keys(fields).filter((name) => !fields[name]!.safeParse(undefined).success),
  });

const valueOf = (schema: JsonSchema): Arbitrary<unknown> => {
  const { examples, ...rest } = schema;
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (!examples || isId(schema)) return structured(rest);
  return fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...examples) }, { weight: 1, arbitrary: structured(rest) });
};

const structured = (schema: JsonSchema): Arbitrary<unknown> => {
  const { enum: values, anyOf, ...rest } = schema;
  if (values) return fc.constantFrom(...values);
  if (anyOf) return fc.oneof(...anyOf.map((option) => optionOf({ ...rest, ...option })));
  return (MAKERS[schema.type ?? 'any'] ?? MAKERS['any']!)(schema);
};

/** A reference that may be `null`, such as a parent, is any of the ids. */
const optionOf = (schema: JsonSchema) => (isId(schema) ? fc.constantFrom(...textsFor(schema)) : valueOf(schema));

const MAKERS: Readonly<Record<string, (schema: JsonSchema) => Arbitrary<unknown>>> = {
  any: () => fc.constant('any'),
  null: () => fc.constant(null),
  boolean: () => fc.boolean(),
  integer: (schema) => anyNumber(schema),
  number: (schema) => anyNumber(schema),
  string: (schema) => anyText(schema),
  array: ({ items = {}, minItems = 0 }) =>
    fc.uniqueArray(valueOf(items), { minLength: minItems, maxLength: minItems + 2, selector: JSON.stringify }),
  object: ({ properties, required = [], propertyNames = {}, additionalProperties }) =>
    properties
      ? fc.record(Object.fromEntries(Object.entries(properties).map(([name, field]) => [name, valueOf(field)])), {
          requiredKeys: [...required],
        })
      : fc.dictionary(anyText(propertyNames), valueOf(Object(additionalProperties) as JsonSchema), { maxKeys: 2 }),
};

const anyNumber = ({ minimum = 0, maximum = Infinity }: JsonSchema) =>
  fc.integer({ min: minimum, max: Math.min(maximum, minimum + 3) });

/** In the past, because events may not occur in the future. */
const DAYS = ['2024-01-01', '2024-01-02', '2024-01-05', '2024-02-29', '2024-12-31'];

const anyText = (schema: JsonSchema): Arbitrary<string> => {
  const { format, pattern = '' } = schema;
  if (format === 'date') return fc.constantFrom(...DAYS);
  if (format === 'date-time') return fc.constantFrom(...DAYS.map((day) => `${day}T09:00:00.000Z`));
  const texts = textsFor(schema);
  if (texts.length === 0) return fc.stringMatching(new RegExp(pattern));
  return isId(schema) ? mostlyFirst(texts) : fc.constantFrom(...texts);
};

/** Most commands are about the same records, so that they build on each other. */
const mostlyFirst = ([first, ...others]: readonly string[]) =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(first!) }, { weight: 2, arbitrary: fc.constantFrom(first!, ...others) });
