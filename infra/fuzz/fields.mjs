import { instanceOf } from './instance.mjs';

const DEEPEST = 6;

/** The schema behind references and choices: of an optional value, that of the value. */
export const resolved = (schema = {}, schemas) => {
  if (schema.$ref) return resolved(schemas[schema.$ref.split('/').at(-1)], schemas);
  const choices = schema.anyOf ?? schema.oneOf;
  return choices && !schema.type
    ? resolved(
        choices.find(({ type }) => type !== 'null'),
        schemas,
      )
    : schema;
};

export const kindOf = ({ type, properties, enum: values }) =>
  values ? 'choice' : properties ? 'object' : [type].flat().find((each) => each !== 'null');

/** Every field of a schema, those inside of objects and lists included: `{ path, schema }`, with 0 for the first item of a list. */
export function* fieldsOf(schema, schemas, path = []) {
  const here = resolved(schema, schemas);
  if (path.length > 0) yield { path, schema: here };
  if (path.length === DEEPEST) return;
  for (const [name, inner] of Object.entries(here.properties ?? {})) yield* fieldsOf(inner, schemas, [...path, name]);
  if (here.items) yield* fieldsOf(here.items, schemas, [...path, 0]);
  if (typeof here.additionalProperties === 'object')
    yield* fieldsOf(here.additionalProperties, schemas, [...path, 'x']);
}

/** `whole` with a value at a path; what is missing on the way is made by the schema. */
export const withValue = (whole, schema, schemas, [first, ...rest], value) => {
  const here = resolved(schema, schemas);
  const inner = first === 0 ? here.items : (here.properties?.[first] ?? here.additionalProperties);
  const before = whole?.[first] ?? instanceOf(resolved(inner, schemas), schemas);
  const after = rest.length === 0 ? value : withValue(before, inner, schemas, rest, value);
  return first === 0 ? [after] : { ...whole, [first]: after };
};
