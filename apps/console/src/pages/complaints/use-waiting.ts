import { useQuery } from '@tanstack/react-query';
import { searchPage } from '../../api/list.js';
import { useSession } from '../../session/use-session.js';

/** A path, because the menu uses it before any page is loaded. */
const COMPLAINTS = '/v1/complaints';

/** How many complaints there are under conditions; `undefined` while they are counted. */
export const useComplaintCount = (conditions: Readonly<Record<string, string>>): number | undefined =>
  useQuery({
    queryKey: ['complaints', 'count', conditions],
    queryFn: ({ signal }) => searchPage(COMPLAINTS, { ...conditions, total: 'true', limit: 1 }, signal),
    staleTime: 60_000,
    meta: { list: COMPLAINTS },
  }).data?.total?.count;

/** My open complaints. */
export const useWaiting = (): number | undefined => {
  const { userId } = useSession();
  return useComplaintCount({ status: 'open', assignee: userId });
};
