import { LONGEST_TEXT } from '@annals/command-bus';
import { zodSchema } from '@annals/http';
import type { Catalogue } from '@annals/slice';

type Json = {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly format?: string;
  readonly maxLength?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
  readonly maxProperties?: number;
  readonly properties?: Readonly<Record<string, Json>>;
  readonly additionalProperties?: Json | boolean;
  readonly items?: Json;
  readonly anyOf?: readonly Json[];
};

/** A pattern with a bounded length: no part of it repeats without limit. */
const isBounded = (pattern: string) => pattern.endsWith('$') && !/[^\\][*+]/.test(pattern.replace(/\[[^\]]*\]/g, '.'));

const isLimitedText = ({ maxLength, format, pattern }: Json) =>
  (maxLength !== undefined && maxLength <= LONGEST_TEXT) ||
  format !== undefined ||
  (pattern !== undefined && isBounded(pattern));

/** By the type of the value; a decimal number is limited by its pattern. */
const LIMITED: Readonly<Record<string, (json: Json) => boolean>> = {
  string: isLimitedText,
  array: ({ maxItems }) => maxItems !== undefined,
  integer: ({ maximum }) => maximum !== undefined,
  object: ({ additionalProperties, maxProperties }) =>
    typeof additionalProperties !== 'object' || maxProperties !== undefined,
};

const isLimited = (json: Json): boolean =>
  json.enum !== undefined || json.const !== undefined || (LIMITED[String(json.type)]?.(json) ?? true);

const unlimited = (json: Json, path: string): readonly string[] => [
  ...(isLimited(json) ? [] : [path]),
  ...Object.entries(json.properties ?? {}).flatMap(([name, field]) => unlimited(field, `${path}.${name}`)),
  ...(json.items ? unlimited(json.items, `${path}[]`) : []),
  ...(json.anyOf ?? []).flatMap((option) => unlimited(option, path)),
];

/** Every input is limited. */
export const limitLaws = ({ commands }: Pick<Catalogue, 'commands'>): void =>
  it.each([...commands.values()].map(({ command: { type, fields } }) => [type, fields] as const))(
    'limits every text, list, map and number of %s',
    (_, fields) =>
      expect(Object.entries(fields).flatMap(([name, schema]) => unlimited(zodSchema(schema) as Json, name))).toEqual(
        [],
      ),
  );
