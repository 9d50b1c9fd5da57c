import { everyCommand, type AnyCommandClass } from '@annals/command-bus';
import { labelsOf } from '@annals/contracts-values';
import type { Words } from '@annals/event-sourcing';
import { z } from 'zod';

/** What a cell becomes: `choices` and `texts` are several in one cell. */
export type TargetKind = 'text' | 'decimal' | 'number' | 'integer' | 'boolean' | 'day' | 'choice' | 'texts' | 'choices';

/** A field of a command that a column can fill; of a list of objects, a field of its only entry. */
export type Target = {
  /** `phone`, `geographic.city`, `addresses.street`. */
  readonly path: string;
  readonly label: Words;
  /** The label of what it is a part of. */
  readonly group: Words | null;
  readonly kind: TargetKind;
  /** The values of a choice with their labels. */
  readonly values: Readonly<Record<string, Words>> | null;
  /** Whether the command, or an entry of the list, cannot do without it. */
  readonly isRequired: boolean;
  /** Whether it belongs to an entry of a list. */
  readonly isInList: boolean;
  readonly schema: z.ZodType;
};

/** The targets of a command, in the order of its fields, and the name of its map of free values if it has one. */
export type Targets = { readonly targets: readonly Target[]; readonly open: string | null };

/** What columns can become in a command; ids that Annals makes up, and what is not about the record, are left out. */
export const targetsOf = ({ fields, route }: Pick<AnyCommandClass, 'fields' | 'route'>): Targets => {
  const own = Object.entries(fields).filter(([name]) => !(name in everyCommand) && name !== route?.creates);
  const open = own.find(([, schema]) => bare(schema) instanceof z.ZodRecord)?.[0] ?? null;
  return { targets: own.flatMap(([name, schema]) => within(name, schema)), open };
};

const within = (name: string, schema: z.ZodType): readonly Target[] => {
  const inner = bare(schema);
  const [object, isInList] = inner instanceof z.ZodArray ? [bare(inner.element as z.ZodType), true] : [inner, false];
  if (!(object instanceof z.ZodObject)) return targetAt(name, schema, { group: null, isInList: false });
  const group = labelOf(inner);
  return Object.entries(object.shape as Readonly<Record<string, z.ZodType>>)
    .filter(([member]) => !/[a-z]Id$/.test(member))
    .flatMap(([member, each]) => targetAt(`${name}.${member}`, each, { group, isInList }));
};

const targetAt = (path: string, schema: z.ZodType, part: Pick<Target, 'group' | 'isInList'>): readonly Target[] => {
  const [inner, label] = [bare(schema), labelOf(schema)];
  const kind = kindOf(inner);
  if (kind === undefined || label === null || isSwitch(path, kind, part)) return [];
  const values =
    kind === 'choice' || kind === 'choices' ? labelsOf(kind === 'choice' ? inner : elementOf(inner)) : null;
  return [{ path, label, kind, values, ...part, isRequired: !schema.isOptional(), schema: inner }];
};

/** What is asked of the command itself, or of an entry that is the only one, is no content of a column. */
const isSwitch = (path: string, kind: TargetKind, { isInList }: Pick<Target, 'isInList'>) =>
  kind === 'boolean' && (isInList || !path.includes('.'));

const labelOf = (schema: z.ZodType): Words | null =>
  ((bare(schema).meta() ?? {})['label'] as Words | undefined) ?? null;

/** Without marks such as `optional`. */
const bare = (schema: z.ZodType): z.ZodType =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodNullable ? bare(schema.unwrap() as z.ZodType) : schema;

const elementOf = (list: z.ZodType) => bare((list as z.ZodArray<z.ZodType>).element);

const kindOf = (schema: z.ZodType): TargetKind | undefined => {
  if (schema instanceof z.ZodArray)
    return { choice: 'choices', text: 'texts' }[kindOf(elementOf(schema)) as string] as TargetKind;
  if (schema instanceof z.ZodEnum) return 'choice';
  if (schema instanceof z.ZodBoolean) return 'boolean';
  if (schema instanceof z.ZodNumber) return takes(schema, 1.5) ? 'number' : 'integer';
  return schema instanceof z.ZodString || schema instanceof z.ZodStringFormat ? textKindOf(schema) : undefined;
};

const textKindOf = (schema: z.ZodType): TargetKind => {
  if (takes(schema, 'text')) return 'text';
  if (takes(schema, '12.50')) return 'decimal';
  return takes(schema, '2026-01-31') ? 'day' : 'text';
};

const takes = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success;
