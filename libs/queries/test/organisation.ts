import {
  DepartmentClosed,
  DepartmentOpened,
  ORGANISATION,
  PositionDefined,
  RegionOpened,
  RolesGranted,
  TeamFormed,
  UserAdded,
  UserDeactivated,
  UserPlaced,
  type OrganisationEvent,
  type Placement,
} from '@annals/contracts-organisation';
import type { Role } from '@annals/contracts-values';

const department = (departmentId: string, name: string, parentId: string | null = null) =>
  DepartmentOpened.event({ departmentId, name, parentId });
const region = (regionId: string, name: string, parentId: string | null = null) =>
  RegionOpened.event({ regionId, name, parentId });

const nowhere: Placement = { departmentId: null, teamId: null, positionId: null, regionIds: [] };

const user = (userId: string, displayName: string, place: Partial<Placement>, ...roles: Role[]) => [
  UserAdded.event({ userId, name: `${userId}.x`, displayName }),
  UserPlaced.event({ userId, ...nowhere, ...place, previous: null }),
  RolesGranted.event({ userId, before: [], after: roles }),
];

/** As such events lie in a log: about no customer. */
export const ofTheOrganisation = (event: OrganisationEvent) => ({ ...event, subject: ORGANISATION });

/** A small company: three departments, of which one is a part of another, and a closed one; a team, regions, people. */
export const company = [
  department('sales', 'Sales'),
  department('key', 'Key accounts', 'sales'),
  department('service', 'Service'),
  department('fax', 'Fax room'),
  DepartmentClosed.event({ departmentId: 'fax' }),
  TeamFormed.event({ teamId: 'grid', name: 'Grid customers', departmentId: 'key' }),
  region('east', 'East'),
  region('sh', 'Shanghai', 'east'),
  PositionDefined.event({ positionId: 'am', name: 'Account manager' }),
  ...user('ann', 'Ann Lee', { departmentId: 'sales', regionIds: ['east'] }, 'manager'),
  ...user('bo', '李波 Bo', { departmentId: 'key', teamId: 'grid', positionId: 'am', regionIds: ['sh'] }, 'sales'),
  ...user('cy', 'Cy Ann', { departmentId: 'service' }, 'service', 'auditor'),
  ...user('di', 'Di Müller', {}),
  UserDeactivated.event({ userId: 'cy', reason: 'left' }),
].map(ofTheOrganisation);
