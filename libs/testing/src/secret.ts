import { replaceAt, type Contract, type RecordedEvent } from '@annals/event-sourcing';

/** What stands in the place of every personal value in `secretly`. */
export const SECRET = 'a personal value';

type Enclosing = readonly Readonly<Record<string, unknown>>[];

/**
 * The data of an event with a secret for each personal value; names of responsible employees are visible to colleagues, and
 * so is a change of a field that is not personal itself.
 */
export const secretly = ({ type, data }: RecordedEvent, contracts: readonly Contract[]) => {
  const { personalFields = [] } = contracts.find((contract) => contract.type === type) ?? {};
  const hidden = personalFields.filter(({ whose }) => whose !== 'employee');
  const change = (value: unknown, around: Enclosing) => {
    const field = around.at(-1)?.['field'];
    if (typeof field !== 'string') return SECRET;
    const isHidden = (path: string) => isPersonal(path, contracts);
    if (!isHidden(field)) return value;
    return isHidden(`${field}.`) ? partsOf(value, (name) => isHidden(`${field}..${name}`)) : SECRET;
  };
  return hidden.reduce((at, { path }) => replaceAt(at, path, change), data);
};

/** A list keeps its form. */
const partsOf = (parts: unknown, isHidden: (name: string) => boolean) =>
  Array.isArray(parts)
    ? parts.map((part: object | string) =>
        typeof part === 'string'
          ? SECRET
          : Object.fromEntries(Object.entries(part).map(([name, value]) => [name, isHidden(name) ? SECRET : value])),
      )
    : parts;

// A field of a lead may have the name of one of a customer that is not personal.
const isPersonal = (field: string, contracts: readonly Contract[]) =>
  contracts.some(({ personalFields }) =>
    personalFields.some(
      ({ path, whose }) => whose !== 'lead' && `.${path}.`.replaceAll('[]', '.').includes(`.${field}.`),
    ),
  );
