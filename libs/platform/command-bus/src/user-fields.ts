import type { NamedUsers } from '@annals/contracts-values';
import { visitAt, type NamedUser } from '@annals/event-sourcing';
import { z } from 'zod';
import type { Fields } from './command.js';

/** Where a command names a user, and which users it can name there. */
export type UserField = { readonly path: string; readonly users: NamedUsers };

type JsonSchema = {
  readonly namesUser?: NamedUsers;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
};

const known = new WeakMap<Fields, readonly UserField[]>();

/** The fields with the mark of `namesUser`. */
export const userFieldsOf = (fields: Fields): readonly UserField[] => {
  const found = known.get(fields) ?? marked(z.object(fields).toJSONSchema({ io: 'input', unrepresentable: 'any' }), '');
  known.set(fields, found);
  return found;
};

const marked = (schema: object, path: string): readonly UserField[] => {
  const { namesUser, properties = {}, items, anyOf = [] } = schema as JsonSchema;
  if (namesUser) return [{ path: 'id' in membersOf(schema) ? `${path}.id` : path, users: namesUser }];
  return [
    ...Object.entries(properties).flatMap(([name, each]) => marked(each, path ? `${path}.${name}` : name)),
    ...(items ? marked(items, `${path}[]`) : []),
    ...anyOf.flatMap((option) => marked(option, path)),
  ];
};

/** Of an object that may be null, too. */
const membersOf = ({ properties = {}, anyOf = [] }: JsonSchema): object =>
  Object.assign({}, properties, ...anyOf.map(membersOf)) as object;

/** The users whom a command names in such fields. */
export const usersNamedBy = (command: object, fields: Fields): readonly NamedUser[] =>
  userFieldsOf(fields).flatMap(({ path, users }) => {
    const named: NamedUser[] = [];
    visitAt(command, path, (userId) => {
      if (typeof userId === 'string') named.push({ field: path, userId, mustBeActive: users === 'active' });
    });
    return named;
  });
