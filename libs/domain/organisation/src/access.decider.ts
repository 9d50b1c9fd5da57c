import {
  ORGANISATION,
  RolesGranted,
  UserDeactivated,
  userProblems,
  UserReactivated,
} from '@annals/contracts-organisation';
import type { AccessEvent } from '@annals/contracts-organisation';
import { ROLES, sameContent, type Role } from '@annals/contracts-values';
import type { CommandOf, Decider } from '@annals/event-sourcing';
import type * as commands from './access.commands.js';
import { organisationProblems } from './organisation.problems.js';
import { find, newest, note, type Register } from './register.js';
import { userStream } from './user.decider.js';

/** By user: the roles, and whether the user is active if that has ever changed. */
type Access = { readonly roles: Register<readonly Role[]>; readonly active: Register<boolean> };

/** One stream for all users: only so can no race leave the company without an administrator. */
export const access: Decider<CommandOf<typeof commands>, Access, AccessEvent, boolean> = {
  stream: () => 'access',
  subject: () => ORGANISATION,
  initial: { roles: null, active: null },
  context: {
    stream: ({ userId }) => userStream(userId),
    initial: false,
    evolve: { UserAdded: () => true },
  },

  decide: {
    GrantRoles: ({ userId, roles }, access, _, isKnown) => {
      expectKnown(isKnown, userId);
      const before = rolesOf(access, userId);
      const after = ROLES.filter((role) => roles.includes(role));
      if (sameContent(before, after)) return [];
      if (!after.includes('administrator')) expectAnother(access, userId);
      return [RolesGranted.event({ userId, before: [...before], after })];
    },

    DeactivateUser: ({ userId, reason }, access, _, isKnown) => {
      expectKnown(isKnown, userId);
      if (!isActive(access, userId)) return [];
      expectAnother(access, userId);
      return [UserDeactivated.event({ userId, reason })];
    },

    ReactivateUser: ({ userId, reason = null }, access, _, isKnown) => {
      expectKnown(isKnown, userId);
      return isActive(access, userId) ? [] : [UserReactivated.event({ userId, reason })];
    },
  },

  evolve: {
    RolesGranted: ({ roles, active }, { userId, after }) => ({ roles: note(roles, userId, after), active }),
    UserDeactivated: ({ roles, active }, { userId }) => ({ roles, active: note(active, userId, false) }),
    UserReactivated: ({ roles, active }, { userId }) => ({ roles, active: note(active, userId, true) }),
  },
};

const expectKnown = (isKnown: boolean, userId: string) => isKnown || userProblems.reject('UserUnknown', { userId });

const rolesOf = ({ roles }: Access, userId: string) => find(roles, userId) ?? [];
const isActive = ({ active }: Access, userId: string) => find(active, userId) ?? true;

/** An administrator may go only if another stays who can let users in. */
const expectAnother = (access: Access, userId: string) => {
  if (!rolesOf(access, userId).includes('administrator')) return;
  const active = newest(access.active);
  const isAnother = ([other, roles]: readonly [string, readonly Role[]]) =>
    other !== userId && roles.includes('administrator') && active.get(other) !== false;
  if (![...newest(access.roles)].some(isAnother)) organisationProblems.reject('LastAdministrator', { userId });
};
