import type { Words } from '../words/language.js';

/** How a field is shown and entered; made from its schema in OpenAPI. */
export type Field = {
  readonly name: string;
  readonly kind: FieldKind;
  readonly label?: Words;
  readonly help?: Words;
  /** The values of a choice. */
  readonly values?: readonly (Words & { readonly value: string | number })[];
  readonly required?: boolean;
  /** Whether it is sent as `null` when nothing was entered, because it may not be left out. */
  readonly blank?: boolean;
  /** Its values are kept out of URLs. */
  readonly personal?: boolean;
  /** Of a filter: whether it takes more than one value. */
  readonly several?: boolean;
  readonly example?: string;
  readonly limits?: Limits;
  /** Of a list. */
  readonly item?: Field;
  /** Of an object. */
  readonly fields?: readonly Field[];
};

export type FieldKind =
  | 'any'
  | 'choice'
  | 'day'
  | 'decimal'
  | 'flag'
  | 'instant'
  | 'integer'
  | 'list'
  | 'long-text'
  | 'money'
  | 'number'
  | 'object'
  | 'person'
  | 'range'
  | 'text';

export type Limits = {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly format?: string;
};

/** A command or another act, such as a rebuild: its route, the right that it needs, and its form. */
export type CommandForm = {
  readonly path: string;
  readonly right?: string;
  readonly title: Words;
  /** Fields that are in the path. */
  readonly inPath: readonly string[];
  readonly fields: readonly Field[];
};

/** A list: its columns, and what it can be filtered and sorted by. */
export type ListForm = {
  readonly right?: string;
  readonly title: Words;
  readonly columns: readonly Field[];
  readonly filters: readonly Field[];
  readonly sorts: readonly string[];
  /** Whether it takes words to search for. */
  readonly searches: boolean;
  /** Whether it says how many records there are. */
  readonly counts: boolean;
  /** Whether it can be read as of a moment. */
  readonly past: boolean;
};

/** The words of a set of values, by the name of its schema. */
export type ValueWords = { readonly label?: Words; readonly values: Readonly<Record<string, Words>> };

const once = <Value>(load: () => Promise<Value>): (() => Promise<Value>) => {
  let loaded: Promise<Value> | undefined;
  return () => (loaded ??= load());
};

export const allCommands = once(
  async () => (await import('../generated/commands.json')).default as Readonly<Record<string, CommandForm>>,
);
export const allLists = once(
  async () => (await import('../generated/lists.json')).default as Readonly<Record<string, ListForm>>,
);
export const allWords = once(
  async () => (await import('../generated/words.json')).default as Readonly<Record<string, ValueWords>>,
);

/** Throws if there is no such command. */
export const commandOf = async (name: string): Promise<CommandForm> => known(await allCommands(), name);

/** The list at a path, such as `/v1/customers`. Throws if there is none. */
export const listOf = async (path: string): Promise<ListForm> => known(await allLists(), path);

const known = <Value>(all: Readonly<Record<string, Value>>, name: string): Value => {
  const found = all[name];
  if (found === undefined) throw new Error(`The API has no ${name}.`);
  return found;
};
