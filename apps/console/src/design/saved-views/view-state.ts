import type { Field } from '../../api/catalogue.js';
import type { components } from '../../generated/api.js';
import { filtersIn, settingIn } from '../list/list-state.js';

/** Filters, sort, columns, and other parameters of a page, such as its tab. */
export type ViewState = components['schemas']['SavedViewState'];

/** What a saved view keeps of an address; `also` are the parameters of the page besides those of its list. */
export const stateIn = (search: URLSearchParams, fields: readonly Field[], also: readonly string[]): ViewState => ({
  filters: copied(Object.entries(filtersIn(search, fields))),
  sort: settingIn(search, 'sort') ?? null,
  columns: settingIn(search, 'columns')?.split(',') ?? null,
  display: copied(also.map((name) => [name, search.getAll(name)] as const)),
});

const copied = (entries: readonly (readonly [string, readonly string[]])[]) =>
  Object.fromEntries(entries.filter(([, values]) => values.length > 0).map(([name, values]) => [name, [...values]]));

/** The address in which a saved view is opened. */
export const searchOf = ({ filters, sort, columns, display }: ViewState): string =>
  new URLSearchParams(
    [
      ...[...Object.entries(display), ...Object.entries(filters)],
      ...(sort === null ? [] : [['sort', [sort]] as const]),
      ...(columns === null ? [] : [['columns', [columns.join(',')]] as const]),
    ].flatMap(([name, values]) => values.map((value): [string, string] => [name, value])),
  ).toString();

/** Whether two states show the same, in whatever order their filters were set. */
export const isSameState = (one: ViewState, other: ViewState): boolean => inOrder(one) === inOrder(other);

const inOrder = (state: ViewState) => [...new URLSearchParams(searchOf(state))].map(String).toSorted().join('&');
