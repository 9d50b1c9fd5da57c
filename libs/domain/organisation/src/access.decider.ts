import { ACCESS, ORGANISATION, RolesGranted, UserDeactivated, UserReactivated } from '@annals/contracts-organisation';
import { userStream, type AccessEvent } from '@annals/contracts-organisation';
import { addsNothingTo, ROLES, sameContent, userProblems, type Role } from '@annals/contracts-values';
import { ImmutableMap, type CommandOf, type Decider } from '@annals/event-sourcing';
import type * as commands from './access.commands.js';
import { organisationProblems } from './organisation.problems.js';

/** Whether a user is active, and the reason of the last change. */
type Activity = { readonly active: boolean; readonly reason: string | null };

/** By user id. */
type Access = { readonly roles: ImmutableMap<readonly Role[]>; readonly activity: ImmutableMap<Activity> };

/** One stream for all users, so that no race can remove the last administrator. */
export const access: Decider<CommandOf<typeof commands>, Access, AccessEvent, boolean> = {
  stream: () => ACCESS,
  subject: () => ORGANISATION,
  record: ({ userId }) => userId,
  initial: { roles: ImmutableMap.empty(), activity: ImmutableMap.empty() },
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
      if (!isActive(access, userId)) return unchanged(access, userId, 'UserAlreadyInactive', reason);
      expectAnother(access, userId);
      return [UserDeactivated.event({ userId, reason })];
    },

    ReactivateUser: ({ userId, reason }, access, _, isKnown) => {
      expectKnown(isKnown, userId);
      if (isActive(access, userId)) return unchanged(access, userId, 'UserAlreadyActive', reason);
      return [UserReactivated.event({ userId, reason: reason ?? null })];
    },
  },

  evolve: {
    RolesGranted: ({ roles, activity }, { userId, after }) => ({ roles: roles.with(userId, after), activity }),
    UserDeactivated: ({ roles, activity }, { userId, reason }) => ({
      roles,
      activity: activity.with(userId, { active: false, reason }),
    }),
    UserReactivated: ({ roles, activity }, { userId, reason }) => ({
      roles,
      activity: activity.with(userId, { active: true, reason }),
    }),
  },
};

const expectKnown = (isKnown: boolean, userId: string) => isKnown || userProblems.reject('UserUnknown', { userId });

const rolesOf = ({ roles }: Access, userId: string) => roles.get(userId) ?? [];
const isActive = ({ activity }: Access, userId: string) => activity.get(userId)?.active ?? true;

/** No event if the user has this status for the same reason; otherwise a rejection. */
const unchanged = (
  { activity }: Access,
  userId: string,
  code: 'UserAlreadyActive' | 'UserAlreadyInactive',
  reason: string | undefined,
) => (addsNothingTo({ reason }, activity.get(userId)) ? [] : organisationProblems.reject(code, { userId }));

/** Rejects if the user is the only active administrator. */
const expectAnother = (access: Access, userId: string) => {
  if (!rolesOf(access, userId).includes('administrator')) return;
  const isAnother = ([other, roles]: readonly [string, readonly Role[]]) =>
    other !== userId && roles.includes('administrator') && isActive(access, other);
  if (![...access.roles].some(isAnother)) organisationProblems.reject('LastAdministrator', { userId });
};
