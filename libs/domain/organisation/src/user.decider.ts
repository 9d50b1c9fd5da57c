import {
  ORGANISATION,
  UserAdded,
  UserDetailsChanged,
  UserPlaced,
  userStream,
  type Person,
  type Placement,
  type ProfileEvent,
} from '@annals/contracts-organisation';
import { sameContent, userProblems } from '@annals/contracts-values';
import { ImmutableMap, type CommandOf, type Decider, type Of } from '@annals/event-sourcing';
import { normalAddress } from '@annals/text';
import { organisationProblems } from './organisation.problems.js';
import { department, evolve as evolveUnits, idOf, known } from './units.js';
import { position, region, openUnit, team, UNITS, type Units } from './units.js';
import type * as commands from './user.commands.js';

const { reject, rejectReference } = organisationProblems;

type Command = CommandOf<typeof commands>;

type User = {
  readonly addedAs: object;
  readonly name: string;
  readonly details: Person;
  readonly placement: Placement | null;
} | null;

export const user: Decider<Command, User, ProfileEvent, Units> = {
  stream: ({ userId }) => userStream(userId),
  subject: () => ORGANISATION,
  initial: null,
  context: {
    stream: ({ type }) => (type === 'PlaceUser' ? UNITS : undefined),
    initial: ImmutableMap.empty(),
    evolve: evolveUnits,
  },
  identifiers: (user) => (user ? [{ kind: 'userName', field: 'name', value: normalAddress(user.name) }] : []),

  decide: {
    AddUser: (command, user) => {
      const added = UserAdded.event(command);
      if (!user) return [added];
      return sameContent(user.addedAs, added.data) ? [] : reject('UserAlreadyExists', { userId: command.userId });
    },

    ChangeUserDetails: ({ userId, displayName, email }, user) => {
      const { details: before } = added(user, userId);
      const after = { displayName, email };
      return sameContent(before, after) ? [] : [UserDetailsChanged.event({ userId, before, after })];
    },

    PlaceUser: (command, user, _, units) => {
      const { placement: previous } = added(user, command.userId);
      const placement = placementOf(command, units);
      if (sameContent(previous, placement)) return [];
      return [UserPlaced.event({ userId: command.userId, ...checked(placement, units), previous })];
    },
  },

  evolve: {
    UserAdded: (_, data) => {
      const { name, displayName, email } = data;
      return { addedAs: data, name, details: { displayName, email }, placement: null };
    },
    UserDetailsChanged: (user, { after }) => ({ ...user!, details: after }),
    UserPlaced: (user, { departmentId, teamId, positionId, regionIds }) => ({
      ...user!,
      placement: { departmentId, teamId, positionId, regionIds },
    }),
  },
};

const added = (user: User, userId: string) => user ?? userProblems.reject('UserUnknown', { userId });

const placementOf = (command: Of<Command, 'PlaceUser'>, units: Units): Placement => {
  const { departmentId = null, teamId = null, positionId = null, regionIds = [] } = command;
  return {
    departmentId: departmentId ?? (teamId === null ? null : departmentOf(teamId, units)),
    teamId,
    positionId,
    regionIds: [...new Set(regionIds)].toSorted(),
  };
};

const departmentOf = (teamId: string, units: Units) => idOf(known(units, team(teamId), rejectReference).parent!);

const checked = (placement: Placement, units: Units): Placement => {
  for (const key of keysOf(placement)) openUnit(units, key, rejectReference);
  const { departmentId, teamId } = placement;
  if (teamId !== null && departmentOf(teamId, units) !== departmentId)
    reject('TeamOfAnotherDepartment', { teamId, departmentId });
  return placement;
};

const keysOf = ({ departmentId, teamId, positionId, regionIds }: Placement): readonly string[] => [
  ...(departmentId === null ? [] : [department(departmentId)]),
  ...(teamId === null ? [] : [team(teamId)]),
  ...(positionId === null ? [] : [position(positionId)]),
  ...regionIds.map(region),
];
