import type { AccessEvent, ApiKeyEvent, ProfileEvent } from '@annals/contracts-organisation';
import type { DirectoryKey, DirectoryUser } from './entry.js';
import { changing, type StepsOf } from './steps.js';

const user = changing<DirectoryUser>();
const apiKey = changing<DirectoryKey>();

const NOWHERE = { departmentId: null, teamId: null, positionId: null, regionIds: [] };

export const userSteps: StepsOf<ProfileEvent | AccessEvent> = {
  UserAdded: (_, { data: { userId, name, displayName, email = null }, occurredAt }) => ({
    ...{ kind: 'user', userId, name, displayName, email, roles: [], ...NOWHERE },
    ...{ active: true, since: occurredAt, addedAt: occurredAt },
  }),
  UserDetailsChanged: user(({ data: { after } }) => ({ displayName: after.displayName, email: after.email ?? null })),
  UserPlaced: user(({ data: { departmentId, teamId, positionId, regionIds } }) => ({
    ...{ departmentId, teamId, positionId, regionIds },
  })),
  RolesGranted: user(({ data: { after } }) => ({ roles: after })),
  UserDeactivated: user(({ occurredAt }) => ({ active: false, since: occurredAt })),
  UserReactivated: user(({ occurredAt, recordedAt }) => ({
    ...{ active: true, since: occurredAt, reactivatedAt: recordedAt },
  })),
};

export const apiKeySteps: StepsOf<ApiKeyEvent> = {
  ApiKeyIssued: (_, { data, occurredAt }) => ({ kind: 'api-key', ...data, issuedAt: occurredAt, revokedAt: null }),
  ApiKeyRevoked: apiKey(({ occurredAt }) => ({ revokedAt: occurredAt })),
};
