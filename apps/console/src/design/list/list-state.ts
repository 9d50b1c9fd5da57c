import type { Field } from '../../api/catalogue.js';

/** The values of a filter by name. */
export type Filters = Readonly<Record<string, readonly string[]>>;

const OF_PAGES = ['sort', 'columns'];

/** The parameters of a filter. */
export const namesOf = (field: Field): readonly string[] =>
  field.kind === 'range' ? [`${field.name}.from`, `${field.name}.to`] : [field.name];

/** The filters in an address, as far as the list has them; personal ones are not taken from there. */
export const filtersIn = (search: URLSearchParams, fields: readonly Field[]): Filters =>
  Object.fromEntries(
    fields
      .filter(({ personal }) => !personal)
      .flatMap(namesOf)
      .map((name) => [name, search.getAll(name).filter((value) => value !== '')] as const)
      .filter(([, values]) => values.length > 0),
  );

/** The address with other values of a filter; no values remove it. */
export const withFilter = (search: URLSearchParams, name: string, values: readonly string[]): URLSearchParams => {
  const next = new URLSearchParams(search);
  next.delete(name);
  for (const value of values) next.append(name, value);
  return next;
};

/** The address without any filter. */
export const withoutFilters = (search: URLSearchParams, fields: readonly Field[]): URLSearchParams => {
  const next = new URLSearchParams(search);
  for (const name of fields.flatMap(namesOf)) next.delete(name);
  return next;
};

/** What a click on a heading sorts by: first one way, then the other. */
export const nextSort = (current: string | undefined, name: string, newestFirst: boolean): string => {
  const [first, second] = newestFirst ? [`-${name}`, name] : [name, `-${name}`];
  return current === first ? second : first;
};

/** Whether a list is sorted by a field, and from which end. */
export const orderOf = (sort: string | undefined, name: string): 'ascending' | 'descending' | undefined => {
  if (sort === name) return 'ascending';
  return sort === `-${name}` ? 'descending' : undefined;
};

/** What the address says besides filters. */
export const settingIn = (search: URLSearchParams, name: 'sort' | 'columns'): string | undefined =>
  OF_PAGES.includes(name) ? (search.get(name) ?? undefined) : undefined;
