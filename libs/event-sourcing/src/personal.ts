import { replaceAt } from './paths.js';

/** Whose data a field holds. `by` is the field with the person's id, in the same or the nearest enclosing object. */
export type DataSubject = { readonly whose: 'customer' | 'contact' | 'employee'; readonly by: string };

/** `path` is `name`, `assignee.name`, `changes[].after` or `facts.*`. */
export type PersonalField = DataSubject & { readonly path: string };

/** A person whom data is about: `customer/u-1`, `contact/u-1:p1`, `employee/e-7`. A company that is a customer counts, too. */
export type Person = `${DataSubject['whose']}/${string}`;

type JsonSchema = {
  readonly personal?: DataSubject;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
};

/** The fields with `.meta({ personal: { whose, by } })`. Throws if no enclosing object has the field `by`. */
export const personalFieldsOf = (schema: object): readonly PersonalField[] => {
  const fields = walk(schema, '', []);
  return [...new Map(fields.map((field) => [JSON.stringify(field), field])).values()];
};

const walk = (schema: JsonSchema, path: string, ids: readonly string[]): readonly PersonalField[] => {
  const { personal, properties = {}, additionalProperties = false, items, anyOf = [] } = schema;
  if (personal) return [{ path, ...known(personal, path, ids) }];
  const within = [...ids, ...Object.keys(properties)];
  const below = (name: string, field: JsonSchema) => walk(field, path ? `${path}.${name}` : name, within);
  return [
    ...Object.entries(properties).flatMap(([name, field]) => below(name, field)),
    ...(typeof additionalProperties === 'object' ? below('*', additionalProperties) : []),
    ...(items ? walk(items, `${path}[]`, ids) : []),
    ...anyOf.flatMap((option) => walk(option, path, ids)), // a nullable field is a choice of two
  ];
};

const known = ({ whose, by }: DataSubject, path: string, ids: readonly string[]): DataSubject => {
  if (!ids.includes(by)) throw new Error(`${path} is personal, but there is no ${by} to say whose.`);
  return { whose, by };
};

/** A copy with changed personal values: masking, publishing, encrypting and erasing are such changes. */
export const mapPersonal = <T extends object>(
  data: T,
  fields: readonly PersonalField[],
  change: (value: unknown, person: Person) => unknown,
): T =>
  fields.reduce(
    (at, { path, whose, by }) => replaceAt(at, path, (value, around) => change(value, `${whose}/${idIn(around, by)}`)),
    data,
  );

const idIn = (around: readonly Readonly<Record<string, unknown>>[], by: string): string =>
  around.map((each) => each[by]).findLast((id) => typeof id === 'string') ?? '';
