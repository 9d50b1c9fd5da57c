import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { answerOf, api } from '../../api/client.js';
import type { ListForm } from '../../api/catalogue.js';
import { searchPage, type ListPage } from '../../api/list.js';
import type { Filters } from '../../design/list/list-state.js';
import { useListForm } from '../../design/list/use-list.js';
import type { Deal, Status, StepShown } from './deal.js';

export const DEALS = '/v1/deals';
/** The parameters of the page that saved views keep besides those of deals. */
export const SAVED = ['layout', 'wide'];
const [FIRST, NEWEST] = ['expectedCloseDate', '-openedAt'];
const [AT_FIRST, MORE] = [12, 50]; // deals of a step

/** What totals can be asked for, and the board with them. */
const FILTERS = ['owner', 'customer', 'country', 'region'];

/** The declaration of deals with the filters of the board; `undefined` while it is loaded. */
export const useBoardForm = (): ListForm | undefined => {
  const form = useListForm(DEALS);
  return useMemo(() => form && { ...form, filters: form.filters.filter(({ name }) => FILTERS.includes(name)) }, [form]);
};

/** Number and value of the open deals, or of those with other statuses, by step and altogether. */
export const useTotals = (filters: Filters, status: readonly Status[] = ['open']) =>
  useQuery({
    queryKey: ['pipeline', filters, status],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/v1/deals/pipeline', { params: { query: { ...filters, status: [...status] } }, signal })),
    placeholderData: (before) => before,
    meta: { list: DEALS },
  });

export type Totals = NonNullable<ReturnType<typeof useTotals>['data']>;

/** The deals of a step, page by page; the newest first where there are won ones. */
export const useDeals = ({ step, statuses }: StepShown, filters: Filters, chosen?: string) => {
  const sort = chosen ?? (statuses.includes('won') ? NEWEST : FIRST);
  const found = useInfiniteQuery({
    queryKey: ['deals-of-step', step, statuses, filters, sort],
    queryFn: ({ pageParam, signal }) =>
      searchPage<Deal>(
        DEALS,
        {
          ...filters,
          status: statuses,
          step,
          sort,
          limit: pageParam ? MORE : AT_FIRST,
          ...(pageParam && { cursor: pageParam }),
        },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }: ListPage<Deal>) => next,
    placeholderData: (before) => before,
    meta: { list: DEALS },
  });
  return { ...found, deals: (found.data?.pages ?? []).flatMap(({ items }) => items) };
};
