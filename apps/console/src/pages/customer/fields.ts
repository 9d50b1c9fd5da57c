import type { Field } from '../../api/catalogue.js';
import { useCommands } from '../../design/use-commands.js';
import { useWords } from '../../words/language.js';

const within = (fields: readonly Field[], prefix = ''): readonly (readonly [string, Field])[] =>
  fields.flatMap((field) => [
    [`${prefix}${field.name}`, field] as const,
    ...(field.kind === 'object' ? within(field.fields ?? [], `${field.name}.`) : []),
  ]);

/** Every field of a customer, contact, deal or complaint by its path, as commands describe them. */
const useFields = (): ReadonlyMap<string, Field> => {
  const commands = useCommands();
  const named = ['RegisterCustomer', 'MakeContact', 'OpenDeal', 'FileComplaint', 'CloseDeal', 'ResolveComplaint'];
  return new Map(named.toReversed().flatMap((name) => within(commands?.[name]?.fields ?? [])));
};

/** The field of a customer at a path of the profile, such as `geographic.country`. */
export const useProfileField = (): ((path: string) => Field) => {
  const fields = useFields();
  return (path) => fields.get(path) ?? { name: path, kind: 'text' };
};

/** The fields of a profile, by path as `name`, with those at these paths. */
export const useProfileFields = (paths: readonly string[]): readonly Field[] => {
  const fieldOf = useProfileField();
  const commands = useCommands();
  const declared = within(commands?.['RegisterCustomer']?.fields ?? []).map(([path]) => path);
  return [...new Set([...declared, ...paths])].map((path) => ({ ...fieldOf(path), name: path }));
};

/** What a field is called; for a path, the name of its end. */
export const useFieldLabel = (): ((path: string) => string) => {
  const [fields, word] = [useFields(), useWords()];
  return (path) => {
    const name = path.replace(/^profile\./, '').replace(/\[[^\]]*\]/g, '');
    const field = fields.get(name) ?? fields.get(name.split('.').at(-1)!);
    return field?.label ? word(field.label) : name;
  };
};
