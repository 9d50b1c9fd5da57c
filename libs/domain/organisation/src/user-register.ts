import { ACCESS, userStream, type AccessEvent } from '@annals/contracts-organisation';
import { userProblems } from '@annals/contracts-values';
import {
  ImmutableMap,
  NO_STREAM,
  stateOf,
  type Foldable,
  type NamedUser,
  type Of,
  type UserRegister,
} from '@annals/event-sourcing';

const isKnown: Foldable<boolean> = { initial: false, evolve: { UserAdded: () => true } };

type Inactive = ImmutableMap<boolean>;
type About<Type> = Of<AccessEvent, Type>['data'];

/** By user id. */
const inactive: Foldable<Inactive> = {
  initial: ImmutableMap.empty<boolean>(),
  evolve: {
    UserDeactivated: (all: Inactive, { userId }: About<'UserDeactivated'>) => all.with(userId, true),
    UserReactivated: (all: Inactive, { userId }: About<'UserReactivated'>) => all.with(userId, false),
  },
};

type Last = { readonly revision: number } | undefined;
const revisionOf = (last: Last) => last?.revision ?? NO_STREAM;

/** Rejects with `UserUnknown` or `UserInactive`. */
export const expectUsers: UserRegister = async (log, users) => {
  if (users.length === 0) return {};
  const ids = [...new Set(users.map(({ userId }) => userId))];
  const [access, ...found] = await Promise.all([
    stateOf(log, inactive, ACCESS),
    ...ids.map((userId) => stateOf(log, isKnown, userStream(userId))),
  ]);
  const known = new Set(ids.filter((_, index) => found[index]!.state));
  for (const user of users) expectUser(user, known, access.state);
  const streams = ids.map((userId, index) => [userStream(userId), revisionOf(found[index]!.last)] as const);
  return { [ACCESS]: revisionOf(access.last), ...Object.fromEntries(streams) };
};

const expectUser = ({ field, userId, mustBeActive }: NamedUser, known: ReadonlySet<string>, inactive: Inactive) => {
  if (!known.has(userId)) userProblems.rejectReference('UserUnknown', { userId, field, rule: 'known' });
  if (mustBeActive && inactive.get(userId)) userProblems.reject('UserInactive', { userId, field, rule: 'active' });
};
