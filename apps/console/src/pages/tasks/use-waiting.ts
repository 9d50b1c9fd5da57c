import { useQuery } from '@tanstack/react-query';
import { searchPage } from '../../api/list.js';
import { useSession } from '../../session/use-session.js';

/** How many tasks there are under conditions; `undefined` while they are counted. */
export const useTaskCount = (conditions: Readonly<Record<string, string>>): number | undefined =>
  useQuery({
    queryKey: ['tasks', 'count', conditions],
    queryFn: ({ signal }) => searchPage('/v1/tasks', { ...conditions, total: 'true', limit: 1 }, signal),
    staleTime: 60_000,
  }).data?.total?.count;

/** My open tasks. */
export const useWaiting = (): number | undefined => {
  const { userId } = useSession();
  return useTaskCount({ status: 'open', assignee: userId });
};
