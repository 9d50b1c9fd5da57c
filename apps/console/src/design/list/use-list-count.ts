import { useQuery } from '@tanstack/react-query';
import { searchPage } from '../../api/list.js';

/** How many records of the list at a path, such as `/v1/tasks`, there are under conditions; `undefined` while they are counted. */
export const useListCount = (path: string, conditions: Readonly<Record<string, unknown>>): number | undefined =>
  useQuery({
    queryKey: ['count', path, conditions],
    queryFn: ({ signal }) => searchPage(path, { ...conditions, total: 'true', limit: 1 }, signal),
    staleTime: 60_000,
    meta: { list: path },
  }).data?.total?.count;
