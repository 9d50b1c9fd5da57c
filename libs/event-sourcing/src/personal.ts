import { replaceAt } from './paths.js';

/**
 * Whose data a field holds; a caller or a lead is a person who is not known as a customer yet. `by` is the field with the
 * person's id, in the same or the nearest enclosing object.
 */
export type DataSubject = {
  readonly whose: 'customer' | 'contact' | 'caller' | 'lead' | 'employee';
  readonly by: string;
};

/** `path` is `name`, `assignee.name`, `changes[].after` or `facts.*`. */
export type PersonalField = DataSubject & { readonly path: string };

/** A person that data is about: `customer/u-1`, `contact/u-1:p1`, `employee/e-7`. Includes companies that are customers. */
export type Person = `${DataSubject['whose']}/${string}`;

/** The path of the id of a person in data. */
export type PersonPath = { readonly whose: DataSubject['whose']; readonly path: string };

type JsonSchema = {
  readonly personal?: DataSubject;
  readonly identifies?: DataSubject['whose'];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
};

/** The fields with `.meta({ personal: { whose, by } })`. Throws if no enclosing object has the field `by`. */
export const personalFieldsOf = (schema: object): readonly PersonalField[] =>
  distinct(walk(schema, '', []).flatMap(({ field }) => field ?? []));

/** The fields with ids of persons: those that personal fields refer to, and those with `.meta({ identifies: 'employee' })`. */
export const personPathsOf = (schema: object): readonly PersonPath[] =>
  distinct(walk(schema, '', []).map(({ person }) => person));

type Found = { readonly person: PersonPath; readonly field?: PersonalField };
type Enclosing = { readonly path: string; readonly names: readonly string[] };

const walk = (schema: JsonSchema, path: string, around: readonly Enclosing[]): readonly Found[] => {
  const { personal, identifies, properties = {}, additionalProperties = false, items, anyOf = [] } = schema;
  if (personal) return [personalIn(personal, path, around)];
  if (identifies) return [{ person: { whose: identifies, path } }];
  const within = [...around, { path, names: Object.keys(properties) }];
  const below = (name: string, field: JsonSchema) => walk(field, joined(path, name), within);
  return [
    ...Object.entries(properties).flatMap(([name, field]) => below(name, field)),
    ...(typeof additionalProperties === 'object' ? below('*', additionalProperties) : []),
    ...(items ? walk(items, `${path}[]`, around) : []),
    ...anyOf.flatMap((option) => walk(option, path, around)), // a nullable field is a choice of two
  ];
};

const personalIn = ({ whose, by }: DataSubject, path: string, around: readonly Enclosing[]): Found => {
  const nearest = around.findLast(({ names }) => names.includes(by));
  if (!nearest) throw new Error(`${path} is personal, but no enclosing object has the field ${by}.`);
  return { person: { whose, path: joined(nearest.path, by) }, field: { path, whose, by } };
};

const joined = (path: string, name: string) => (path ? `${path}.${name}` : name);

const distinct = <T>(items: readonly T[]): readonly T[] => [
  ...new Map(items.map((item) => [JSON.stringify(item), item])).values(),
];

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
