import { useListCount } from '../../design/list/use-list-count.js';
import { useSession } from '../../session/use-session.js';

/** My open leads. */
export const useWaiting = (): number | undefined => {
  const { userId } = useSession();
  return useListCount('/v1/leads', { status: ['new', 'contacted'], owner: userId });
};
