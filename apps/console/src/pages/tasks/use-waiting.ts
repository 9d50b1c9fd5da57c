import { useListCount } from '../../design/list/use-list-count.js';
import { useSession } from '../../session/use-session.js';

/** My open tasks. */
export const useWaiting = (): number | undefined => {
  const { userId } = useSession();
  return useListCount('/v1/tasks', { status: 'open', assignee: userId });
};
