import type { DataSubject, Words } from '@annals/event-sourcing';
import { z } from 'zod';

/** Documentation of a field besides its type. */
export type FieldNotes<T> = {
  /** A typical value, used by property tests and the API documentation. */
  readonly example?: T;
  readonly description?: Words;
  /** Whose personal data it is. */
  readonly personal?: DataSubject;
  /** The kind of person that it is the id of: events with it are about that person. */
  readonly identifies?: DataSubject['whose'];
};

/**
 * Adds a label in two languages, an example and a description to a schema. They are stored in its metadata as `label`,
 * `examples` and `description` (Chinese: `descriptionZh`); the accepted values do not change.
 */
export const field = <Schema extends z.ZodType>(
  schema: Schema,
  label: Words,
  { example, description, personal, identifies }: FieldNotes<z.input<Schema>> = {},
): Schema =>
  schema.meta({
    label,
    ...(example === undefined ? {} : { examples: [example] }),
    ...(description && { description: description.en, descriptionZh: description.zh }),
    ...(personal && { personal }),
    ...(identifies && { identifies }),
  });

/** Which users a field of a command can name: active ones, or all that there have been, for what is past. */
export type NamedUsers = 'active' | 'known';

/** Marks a field of a command that names a user, by id or as an object with `id`: a command that names another is refused. */
export const namesUser = <Schema extends z.ZodType>(schema: Schema, users: NamedUsers = 'active'): Schema =>
  schema.meta({ namesUser: users });

/** The labels of the values of a `choice`, by value. */
export const labelsOf = (schema: z.ZodType): Readonly<Record<string, Words>> =>
  schema.meta()?.['values'] as Readonly<Record<string, Words>>;

/** An enum whose values have labels in two languages; the metadata of the schema has the labels as `values`. */
export const choice = <const Labels extends Readonly<Record<string, Words>>>(values: Labels) => {
  const names = Object.fromEntries(Object.keys(values).map((name) => [name, name]));
  return z.enum(names as { readonly [Name in keyof Labels & string]: Name }).meta({ values });
};

type Json = Record<string, unknown>;

/**
 * Renames the documentation of a JSON Schema to the keywords of OpenAPI and AsyncAPI or their extensions: `title`,
 * `x-title-zh`, `x-description-zh`, `x-labels` of values, `x-personal`. For `override` of `toJSONSchema`.
 */
export const explain = (json: Json): void => {
  const { label, values, descriptionZh, personal } = json as {
    readonly label?: Words;
    readonly values?: object;
    readonly descriptionZh?: string;
    readonly personal?: object;
  };
  for (const note of ['label', 'values', 'descriptionZh', 'personal', 'identifies', 'namesUser']) delete json[note];
  Object.assign(
    json,
    label && { title: label.en, 'x-title-zh': label.zh },
    values && { 'x-labels': values },
    descriptionZh !== undefined && { 'x-description-zh': descriptionZh },
    personal && { 'x-personal': personal },
  );
};
