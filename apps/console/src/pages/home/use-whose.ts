import { useAddress } from '../../design/use-address.js';
import { useSession } from '../../session/use-session.js';

const FIELD_ROLES = ['sales', 'service'];
const READS = ['customers.read', 'deals.read', 'complaints.read', 'tasks.read'];

/** Whose work is shown: that of the user, or that of all whose customers he or she may see. */
export type Whose = { readonly userId: string; readonly isTeam: boolean };

type Permissions = ReturnType<typeof useSession>['permissions'];

const reachOf = (permissions: Permissions): 'own' | 'team' | 'everyone' | 'none' => {
  const given = READS.flatMap((right) => permissions.get(right) ?? []);
  if (given.length === 0) return 'none';
  if (given.some(({ all }) => all)) return 'everyone';
  return given.some(({ marks }) => marks.length > 1) ? 'team' : 'own';
};

/** What is in the address, otherwise the own day of those who work with customers; `reach` says what may be chosen. */
export const useWhose = () => {
  const { userId, roles, permissions } = useSession();
  const [params, setParams] = useAddress();
  const reach = reachOf(permissions);
  const isWide = reach === 'team' || reach === 'everyone';
  const first = roles.some((role) => FIELD_ROLES.includes(role)) || !isWide ? 'mine' : 'team';
  const tab = isWide ? (params.get('tab') ?? first) : 'mine';
  const whose: Whose = { userId, isTeam: tab === 'team' };
  const choose = (to: 'mine' | 'team') => setParams(to === first ? {} : { tab: to });
  return { whose, reach, choose };
};
