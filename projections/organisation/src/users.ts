import type { AccessEvent, ApiKeyEvent, ProfileEvent } from '@annals/contracts-organisation';
import { NO_STREAM } from '@annals/event-sourcing';
import type { DirectoryKey, DirectoryUser } from './entry.js';
import { changing, revisedAs, type StepsOf } from './steps.js';

const user = changing<DirectoryUser>();
const apiKey = changing<DirectoryKey>();

const NOWHERE = { departmentId: null, teamId: null, positionId: null, regionIds: [] };

const profileSteps: StepsOf<ProfileEvent> = {
  UserAdded: (_, { data: { userId, name, displayName, email = null }, occurredAt }) => ({
    ...{ kind: 'user', userId, name, displayName, email, roles: [], ...NOWHERE },
    ...{ active: true, since: occurredAt, addedAt: occurredAt, revision: 0, accessRevision: NO_STREAM },
  }),
  UserDetailsChanged: user(({ data: { after } }) => ({ displayName: after.displayName, email: after.email ?? null })),
  UserPlaced: user(({ data: { departmentId, teamId, positionId, regionIds } }) => ({
    ...{ departmentId, teamId, positionId, regionIds },
  })),
};

const accessSteps: StepsOf<AccessEvent> = {
  RolesGranted: user(({ data: { after } }) => ({ roles: after })),
  UserDeactivated: user(({ occurredAt }) => ({ active: false, since: occurredAt })),
  UserReactivated: user(({ occurredAt, recordedAt }) => ({
    ...{ active: true, since: occurredAt, reactivatedAt: recordedAt },
  })),
};

export const userSteps: StepsOf<ProfileEvent | AccessEvent> = {
  ...revisedAs('revision', profileSteps),
  ...revisedAs('accessRevision', accessSteps),
};

export const apiKeySteps: StepsOf<ApiKeyEvent> = {
  ApiKeyIssued: (_, { data, occurredAt }) => ({ kind: 'api-key', ...data, issuedAt: occurredAt, revokedAt: null }),
  ApiKeyRevoked: apiKey(({ occurredAt }) => ({ revokedAt: occurredAt })),
};
