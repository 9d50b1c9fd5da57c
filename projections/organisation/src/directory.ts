import type { OrganisationEvent } from '@annals/contracts-organisation';
import { projection } from '@annals/event-sourcing';
import { folded, nameTerms, searchWords } from '@annals/text';
import { apiKeyKey, unitKey, userKey, type DirectoryEntry, type DirectoryUser } from './entry.js';
import { unitSteps } from './units.js';
import { apiKeySteps, userSteps } from './users.js';

const keyOf = (data: OrganisationEvent['data']): string => {
  if ('keyId' in data) return apiKeyKey(data.keyId);
  if ('userId' in data) return userKey(data.userId);
  if ('teamId' in data) return unitKey('team', data.teamId);
  if ('departmentId' in data) return unitKey('department', data.departmentId);
  return 'regionId' in data ? unitKey('region', data.regionId) : unitKey('position', data.positionId);
};

const ofUser = (field: 'departmentId' | 'teamId' | 'positionId') => ({
  of: (entry: DirectoryEntry) => (entry.kind === 'user' ? entry[field] : null),
});
const eachOfUser = (values: (user: DirectoryUser) => readonly string[]) => ({
  each: (entry: DirectoryEntry) => (entry.kind === 'user' ? values(entry) : []),
});

const stands = (entry: DirectoryEntry): boolean => {
  if (entry.kind === 'user') return entry.active;
  return entry.kind === 'api-key' ? entry.revokedAt === null : entry.open;
};

/** The organisation: an entry for each user, unit and API key. */
export const directory = projection<OrganisationEvent, DirectoryEntry>()({
  name: 'directory',
  version: 5,
  key: ({ data }) => keyOf(data),
  on: { ...unitSteps, ...userSteps, ...apiKeySteps },
  fields: {
    kind: { of: ({ kind }) => kind },
    /** Whether a user is active, a unit open, an API key not revoked. */
    active: { of: stands },
    name: { of: (entry) => folded(entry.kind === 'user' ? entry.displayName : entry.name) },
    user: { of: (entry) => ('userId' in entry ? entry.userId : null) },
    department: ofUser('departmentId'),
    team: ofUser('teamId'),
    position: ofUser('positionId'),
    region: eachOfUser(({ regionIds }) => regionIds),
    role: eachOfUser(({ roles }) => roles),
    term: eachOfUser(({ name, displayName }) => [...new Set([...searchWords(name), ...nameTerms(displayName)])]),
  },
  indexes: [
    ['kind', 'name'],
    ['kind', 'active'],
    ['user'],
    ...(['department', 'team', 'position'] as const).map((unit) => [unit, 'name'] as const),
  ],
});
