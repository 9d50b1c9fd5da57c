import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listOf, type Field, type ListForm } from '../../api/catalogue.js';
import { searchPage, type ListPage } from '../../api/list.js';
import { useAddress } from '../use-address.js';
import { filtersIn, settingIn, withFilter, withoutFilters, type Filters } from './list-state.js';
import { useDebounced } from './use-debounced.js';

const LIMIT = 50;

/** What a list is asked for, by its address, and what stays out of that: words and personal values. */
export type ListState = {
  readonly form: ListForm;
  readonly filters: Filters;
  readonly sort: string | undefined;
  readonly columns: readonly string[] | undefined;
  readonly words: string;
  readonly search: (words: string) => void;
  readonly filter: (field: Field, name: string, values: readonly string[]) => void;
  readonly clear: () => void;
  /** Whether something is looked for that stands in no address. */
  readonly hidesSome: boolean;
  readonly forget: () => void;
  readonly sortBy: (sort: string) => void;
  readonly choose: (columns: readonly string[]) => void;
};

/** The declaration of a list; `undefined` while it is loaded. */
export const useListForm = (path: string): ListForm | undefined =>
  useQuery({ queryKey: ['list-form', path], queryFn: () => listOf(path), staleTime: Infinity }).data;

export const useListState = (form: ListForm): ListState => {
  const [params, change] = useAddress();
  const [words, search] = useState('');
  const [hidden, setHidden] = useState<Filters>({});
  const forget = () => {
    search('');
    setHidden({});
  };
  return {
    ...{ form, words, search, forget },
    hidesSome: words !== '' || Object.values(hidden).some((values) => values.length > 0),
    filters: { ...filtersIn(params, form.filters), ...hidden },
    sort: settingIn(params, 'sort'),
    columns: settingIn(params, 'columns')?.split(','),
    filter: ({ personal }, name, values) =>
      personal ? setHidden({ ...hidden, [name]: values }) : change(withFilter(params, name, values)),
    clear: () => {
      forget();
      change(withoutFilters(params, form.filters));
    },
    sortBy: (sort) => change(withFilter(params, 'sort', [sort])),
    choose: (columns) => change(withFilter(params, 'columns', columns.length > 0 ? [columns.join(',')] : [])),
  };
};

/** The rows of a list, page by page; `fixed` are values that the page sets itself. */
export const useRows = <Row>(
  path: string,
  { form, filters, sort, words }: ListState,
  fixed: Readonly<Record<string, unknown>> = {},
) => {
  const q = useDebounced(words.trim());
  const asked = { ...filters, ...fixed, ...(sort === undefined ? {} : { sort }), ...(q === '' ? {} : { q }) };
  const counted = form.counts ? { total: 'true' } : {};
  const found = useInfiniteQuery({
    queryKey: ['list', path, asked],
    queryFn: ({ pageParam, signal }) =>
      searchPage<Row>(
        path,
        { ...asked, limit: LIMIT, ...(pageParam === null ? counted : { cursor: pageParam }) },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }: ListPage<Row>) => next,
    placeholderData: (before) => before,
    meta: { list: path },
  });
  const pages = found.data?.pages ?? [];
  return { ...found, rows: pages.flatMap(({ items }) => items), total: pages[0]?.total };
};
