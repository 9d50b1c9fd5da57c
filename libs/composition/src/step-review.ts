import { closestTo, fieldErrorsOf, unknownFields, type AnyCommandClass } from '@annals/command-bus';
import type { Json, Step, ValueSpec } from '@annals/importing';
import type { Catalogue } from '@annals/slice';

type Path = readonly string[];

/** A value that does not depend on the row, and where it stands in the command. */
type Fixed = { readonly path: Path; readonly value: unknown };

/** Which commands an import may carry: those about customers and what is sold to them, or also those that change the organisation. */
export type Carried = 'about-customers' | 'all';

/**
 * What is wrong with a step whatever its rows contain: a command or a field that does not exist, or that is not carried, a
 * required field that is missing, a constant that the command refuses. One line each.
 */
export const reviewOf =
  ({ commands, rights }: Pick<Catalogue, 'commands' | 'rights'>, carried: Carried = 'about-customers') =>
  ({ command, fields }: Pick<Step, 'command' | 'fields'>): readonly string[] => {
    const form = commands.get(command)?.command;
    if (!form?.route) return [unknownCommand(command, commands)];
    const { about, imported = about === 'customers' } = rights[form.route.needs]!;
    if (carried === 'about-customers' && !imported) return [notCarried(command)];
    const unknown = unknownFields([], unknownIn(fields, form), Object.keys(form.fields));
    return [
      ...unknown.map(({ field, message }) => `fields.${field}: ${message.en}`),
      ...missingIn(fields, form).map((name) => `fields: ${command} needs the field "${name}"`),
      ...Object.entries(fields).flatMap(([name, spec]) => wrongIn(name, spec, form)),
    ];
  };

const unknownCommand = (command: string, commands: Catalogue['commands']) => {
  const known = [...commands].filter(([, each]) => each.command.route).map(([type]) => type);
  const meant = closestTo(command, known);
  return `command: there is no command "${command}"${meant === undefined ? '' : `; did you mean "${meant}"?`}`;
};

const notCarried = (command: string) =>
  `command: ${command} is not about a customer; give --organisation if this file may change the organisation`;

const unknownIn = (fields: Step['fields'], form: AnyCommandClass) =>
  Object.keys(fields).filter((name) => !Object.hasOwn(form.fields, name));

const missingIn = (fields: Step['fields'], { fields: known, route }: AnyCommandClass) =>
  Object.entries(known)
    .filter(
      ([name, schema]) => !(name in fields) && !(name in (route?.fills ?? {})) && !schema.safeParse(undefined).success,
    )
    .map(([name]) => name);

/** Each fixed value is judged alone, in a value that says nothing else; errors elsewhere depend on the row. */
const wrongIn = (name: string, spec: ValueSpec, { fields }: AnyCommandClass): readonly string[] => {
  const schema = fields[name];
  if (!schema) return [];
  const outline = outlineOf(spec);
  const errors = [
    ...fieldErrorsOf(schema, outline, [name]).filter(({ rule }) => rule === 'unknownField'),
    ...fixedIn(spec, []).flatMap(({ path, value }) => {
      const at = [name, ...path].join('.');
      const found = fieldErrorsOf(schema, placed(outline, path, value), [name]);
      return found.filter(({ field }) => field === at || field.startsWith(`${at}.`));
    }),
  ];
  return [...new Set(errors.map(({ field, message }) => `fields.${field}: ${message.en}`))];
};

/** The objects and lists of a value, with nothing in them. */
const outlineOf = (spec: ValueSpec): unknown => {
  if (typeof spec === 'string' || spec.transform !== undefined) return undefined;
  const value = spec.object
    ? Object.fromEntries(Object.entries(spec.object).map(([name, inner]) => [name, outlineOf(inner)]))
    : spec.list?.map(outlineOf);
  return spec.each === undefined ? value : [value];
};

const fixedIn = (spec: ValueSpec, path: Path): readonly Fixed[] => {
  if (typeof spec === 'string') return [];
  const inside = spec.each === undefined ? path : [...path, '0'];
  return [
    ...(spec.default === undefined ? [] : [{ path, value: spec.default }]),
    ...sourcesOf(spec).map((value) => ({ path: inside, value })),
    ...Object.entries(spec.transform === undefined ? (spec.object ?? spec.list ?? {}) : {}).flatMap(([name, inner]) =>
      fixedIn(inner, [...inside, name]),
    ),
  ];
};

/** A constant, a template without columns, or the results of a map. */
const sourcesOf = ({ constant, template = '', transform }: Exclude<ValueSpec, string>): readonly unknown[] => {
  const last = [transform ?? []].flat().at(-1);
  if (last !== undefined)
    return typeof last === 'object' && 'map' in last ? given(...Object.values(last.map), last.otherwise) : [];
  return given(constant, /[{}]/.test(template) ? undefined : template.trim() || undefined);
};

const given = (...values: readonly unknown[]) => values.filter((value) => value !== undefined);

/** The outline with a value at a place. */
const placed = (outline: unknown, path: Path, value: unknown): unknown => {
  const [first, ...rest] = path;
  if (first === undefined) return value;
  if (Array.isArray(outline))
    return outline.map((each: unknown, index) => (String(index) === first ? placed(each, rest, value) : each));
  const object = Object(outline) as Readonly<Record<string, Json | undefined>>;
  return { ...object, [first]: placed(object[first], rest, value) };
};
