import { atMost, expected, field, withMembers } from '@annals/contracts-values';
import { z } from 'zod';
import { givenProfile, type CustomerProfile } from './profile.js';

/** Any JSON value; in a profile, `null` means "not known". */
export type JsonValue = z.core.util.JSONType;
type Group = Readonly<Record<string, JsonValue>>;

/**
 * The schema of one field of the profile: `phone`, `geographic.country`, `attributes.meterType`. It accepts `undefined`
 * if the field is optional. `undefined` if there is no such field; a whole group is not a field.
 */
export const schemaAt = (path: string): z.ZodType | undefined => {
  const schema = path.split('.').reduce<z.ZodType | undefined>(memberOf, givenProfile);
  return isGroup(schema) ? undefined : schema;
};

/** `null` if the profile has no value. */
export const valueAt = (of: Partial<CustomerProfile>, path: string): JsonValue =>
  path.split('.').reduce<JsonValue>((at, name) => ownOf(membersOf(at), name) ?? null, of as JsonValue);

/** The profile with each field set to its value; `null` removes the field, and its group if that becomes empty. */
export const withValuesAt = <P extends Partial<CustomerProfile>>(
  of: P,
  values: readonly (readonly [path: string, value: JsonValue])[],
): P =>
  put(
    of as Group,
    values.map(([path, value]) => ({ path: path.split('.'), value })),
  ) as P;

/** The values of a profile by path, such as `geographic.country`. */
export const byPath = (profile: object): Readonly<Record<string, JsonValue>> =>
  Object.fromEntries(
    Object.entries(profile as Group).flatMap(([name, value]) =>
      schemaAt(name)
        ? [[name, value] as const]
        : Object.entries(membersOf(value)).map(([member, each]) => [`${name}.${member}`, each] as const),
    ),
  );

const MOST = 100; // fields that one command changes

/** New values by path, at least one; `null` removes. */
export const profileChanges = withMembers(
  field(
    atMost(MOST, z.record(z.string(), z.json()))
      .refine((changes) => Object.keys(changes).length > 0, expected('at least one field', '至少一个字段'))
      .meta({ minProperties: 1, maxProperties: MOST })
      .superRefine((changes, context) => {
        const judged = Object.entries(changes).slice(0, MOST); // more are refused anyway
        for (const [path, value] of judged)
          for (const issue of issuesOf(path, value))
            context.issues.push({ ...issue, input: value, path: [path, ...issue.path] } as z.core.$ZodRawIssue);
      }),
    { en: 'Changes', zh: '变更内容' },
    {
      example: { phone: '+86 21 6123 4567', 'geographic.country': 'CN' },
      description: {
        en: 'New values by path of the profile, such as `phone` and `geographic.country`; `null` removes, except for `kind`, `name` and `roles`.',
        zh: '按资料路径给出的新值，例如 `phone`、`geographic.country`；`null` 表示删除（`kind`、`name`、`roles` 不可删除）。',
      },
    },
  ),
  {
    at: (path) => schemaAt(path),
    names: () => paths().filter((path) => schemaAt(path)),
  },
);
export type ProfileChanges = z.infer<typeof profileChanges>;

const UNKNOWN = expected('a field of the profile', '客户资料的字段');
const KEPT = expected('a value, since it cannot be removed', '值，该字段不可删除');

const issuesOf = (path: string, value: JsonValue): readonly z.core.$ZodIssue[] => {
  const schema = schemaAt(path);
  if (!schema)
    return [{ code: 'custom', path: [], message: UNKNOWN, params: { rule: 'unknownField', known: paths() } }];
  if (value !== null) return schema.safeParse(value).error?.issues ?? [];
  return schema.safeParse(undefined).success ? [] : [{ code: 'custom', path: [], message: KEPT }];
};

/** The paths of all declared fields. */
const paths = (): readonly string[] =>
  Object.entries(givenProfile.shape).flatMap(([name, schema]) => {
    const group = present(schema);
    return group instanceof z.ZodObject ? Object.keys(group.shape).map((member) => `${name}.${member}`) : [name];
  });

const memberOf = (schema: z.ZodType | undefined, name: string): z.ZodType | undefined => {
  const group = present(schema);
  if (group instanceof z.ZodObject) return ownOf(group.shape as Readonly<Record<string, z.ZodType>>, name);
  if (!(group instanceof z.ZodRecord)) return undefined;
  const { keyType, valueType } = group as z.ZodRecord<z.ZodString, z.ZodType>;
  return keyType.safeParse(name).success ? valueType.optional() : undefined;
};

const isGroup = (schema: z.ZodType | undefined) =>
  present(schema) instanceof z.ZodObject || present(schema) instanceof z.ZodRecord;

const present = (schema: z.ZodType | undefined) =>
  schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema;

// Only own members: an attribute may be named `constructor`.
const ownOf = <T>(members: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(members, name) ? members[name] : undefined;

const membersOf = (value: JsonValue | undefined): Group =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};

type Placed = { readonly path: readonly string[]; readonly value: JsonValue };

/** Copies each group once, however many of its members are set. */
const put = (group: Group, placed: readonly Placed[]): Group => {
  const members = new Map(Object.entries(group));
  for (const [name, own] of Map.groupBy(placed, ({ path }) => path[0]!)) {
    const member = memberAfter(members.get(name), own);
    if (member === null) members.delete(name);
    else members.set(name, member);
  }
  return Object.fromEntries(members);
};

/** `null` if there is no member then. */
const memberAfter = (before: JsonValue | undefined, own: readonly Placed[]): JsonValue => {
  const last = own.findLastIndex(({ path }) => path.length === 1);
  const whole = last < 0 ? before : own[last]!.value;
  const deeper = own.slice(last + 1).map(({ path, value }) => ({ path: path.slice(1), value }));
  if (deeper.length === 0) return whole ?? null;
  const group = put(membersOf(whole), deeper);
  return Object.keys(group).length === 0 ? null : group;
};
