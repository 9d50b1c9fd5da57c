import { Organisation } from '@annals/access';
import type { Placement, UnitKind } from '@annals/contracts-organisation';
import type { Role } from '@annals/contracts-values';
import {
  workforceOf,
  type DirectoryEntry,
  type DirectoryUnit,
  type DirectoryUser,
} from '@annals/projections-organisation';
import type { Grant } from '@annals/slice';

const since = '2026-01-01T00:00:00.000Z';

export const unit = (kind: UnitKind, id: string, parentId: string | null = null, name = id): DirectoryUnit => ({
  ...{ kind, id, name, parentId, open: true, since, revision: 0 },
});

export const user = (userId: string, roles: readonly Role[], placement: Partial<Placement> = {}): DirectoryUser => ({
  ...{ kind: 'user', userId, name: userId, displayName: userId, email: null, roles, active: true, since },
  ...{ revision: 0, accessRevision: 0 },
  ...{ addedAt: since, departmentId: null, teamId: null, positionId: null, regionIds: [], ...placement },
});

/**
 * Sales with key accounts as a part of it, where Ann and Bob are in one team and Cid is in none; the lab is empty. Max leads sales, Sue
 * serves the east with Shanghai in it. Xi has left.
 */
export const company: readonly DirectoryEntry[] = [
  unit('department', 'sales'),
  unit('department', 'key', 'sales', 'Key accounts'),
  unit('department', 'lab', 'sales'),
  unit('team', 'grid', 'key'),
  unit('region', 'east', null, '华东'),
  unit('region', 'shanghai', 'east'),
  user('ann', ['sales'], { departmentId: 'key', teamId: 'grid' }),
  user('bob', ['sales'], { departmentId: 'key', teamId: 'grid' }),
  user('cid', ['sales'], { departmentId: 'key' }),
  user('max', ['manager'], { departmentId: 'sales' }),
  user('sue', ['service'], { regionIds: ['east'] }),
  user('lea', ['analyst', 'sales']),
  { ...user('xi', ['administrator']), active: false },
];

export const organisationOf = (entries: readonly DirectoryEntry[], grants: readonly Grant[]) =>
  new Organisation(workforceOf(entries), grants);
