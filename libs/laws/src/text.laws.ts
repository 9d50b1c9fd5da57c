import { sentTexts, type AnyCommandClass } from '@annals/command-bus';
import type { Catalogue } from '@annals/slice';
import { jsonSchemaOf, type JsonSchema } from './json-schema.js';

type Around = (text: string) => unknown;

const isFree = ({ pattern, format, enum: values, const: constant }: JsonSchema) =>
  [pattern, format, values, constant].every((rule) => rule === undefined);

const member = (name: string, around: Around): Around => {
  return (text) => ({ [name]: around(text) });
};

/** For each free text in a value of a schema, the value around it. */
const freeTexts = (json: JsonSchema): readonly Around[] => {
  const { type, properties = {}, items, additionalProperties, anyOf = [] } = json;
  return [
    ...(type === 'string' && isFree(json) ? [(text: string) => text] : []),
    ...Object.entries(properties).flatMap(([name, inner]) => freeTexts(inner).map((around) => member(name, around))),
    ...(items ? freeTexts(items).map((around): Around => (text) => [around(text)]) : []),
    ...(typeof additionalProperties === 'object'
      ? freeTexts(additionalProperties).map((around) => member('name', around))
      : []),
    ...anyOf.flatMap(freeTexts),
  ];
};

/** The examples of the fields of a command, with how they are stored. */
const examplesOf = (fields: AnyCommandClass['fields']) =>
  Object.entries(fields).flatMap(([field, schema]) =>
    (jsonSchemaOf(schema).examples ?? []).map((example) => ({
      ...{ field, example, stored: sentTexts(schema, example, field).value },
    })),
  );

/** No free text of a command has control or invisible characters, or nothing that is visible. */
export const textLaws = ({ commands }: Pick<Catalogue, 'commands'>): void => {
  const texts = [...commands.values()].flatMap(({ command: { type, fields } }) =>
    Object.entries(fields).flatMap(([field, schema]) =>
      freeTexts(jsonSchemaOf(schema)).map((around) => {
        const sent = (text: string) => sentTexts(schema, around(text), field);
        return { type, field, sent, stored: around('A B') };
      }),
    ),
  );

  it.each([...commands.values()].map(({ command: { type, fields } }) => [type, fields] as const))(
    'stores the examples of %s as they are written',
    (_, fields) => {
      for (const { field, example, stored } of examplesOf(fields))
        expect({ field, stored }).toEqual({ field, stored: example });
    },
  );

  it.each(texts)('keeps invisible characters and spaces out of $type.$field', ({ sent, stored }) =>
    expect(sent('\u202EA\u200B B\u00AD ')).toEqual({ value: stored, broken: [] }),
  );

  it.each(texts)('refuses control characters and blanks in $type.$field', ({ sent }) => {
    for (const text of ['A\x1bB', 'A\u009bB', '  ', '\u200B']) expect(sent(text).broken).toHaveLength(1);
  });
};
