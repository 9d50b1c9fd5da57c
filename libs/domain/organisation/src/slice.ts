import { handOverContracts, organisationContracts } from '@annals/contracts-organisation';
import { userProblems } from '@annals/contracts-values';
import * as projections from '@annals/projections-organisation';
import { aggregate, directory, UNPUBLISHED, slice } from '@annals/slice';
import * as accessCommands from './access.commands.js';
import { access } from './access.decider.js';
import * as apiKeyCommands from './api-key.commands.js';
import { apiKey } from './api-key.decider.js';
import * as handOverCommands from './hand-over.commands.js';
import { handOver } from './hand-over.decider.js';
import { organisationProblems } from './organisation.problems.js';
import * as unitCommands from './unit.commands.js';
import { unit } from './unit.decider.js';
import * as userCommands from './user.commands.js';
import { user } from './user.decider.js';
import { expectUsers } from './user-register.js';

export const organisation = slice({
  name: 'organisation',
  title: { en: 'Organisation', zh: '组织' },
  summary: {
    en: 'Departments, regions, teams, positions, users and their roles, from which access follows; API keys.',
    zh: '部门、区域、团队、岗位、用户及其角色（决定访问权限）；API 密钥。',
  },
  process: 'sales',
  events: [...organisationContracts, ...handOverContracts],
  problems: [userProblems, organisationProblems],
  aggregates: () => [
    aggregate(unit, unitCommands),
    aggregate(user, userCommands),
    aggregate(access, accessCommands),
    aggregate(apiKey, apiKeyCommands),
    aggregate(handOver, handOverCommands),
  ],
  views: () => [projections.directory],
  directory: directory({ view: projections.directory, workforceOf: projections.workforceOf, expectUsers }),
  rights: {
    'organisation.read': {
      ...{ about: 'installation', en: 'See users, departments, teams, positions and regions' },
      zh: '查看用户、部门、团队、岗位和区域',
    },
    'organisation.manage': {
      ...{ about: 'installation', en: 'Change users and units, and issue and revoke API keys' },
      zh: '管理用户和组织单元，签发和吊销 API 密钥',
    },
  },
  grants: {
    sales: { all: ['organisation.read'] },
    service: { all: ['organisation.read'] },
    manager: { all: ['organisation.read'] },
    auditor: { all: ['organisation.read'] },
  },
  // Rights of users are never published.
  published: {
    DepartmentOpened: UNPUBLISHED,
    DepartmentRenamed: UNPUBLISHED,
    DepartmentMoved: UNPUBLISHED,
    DepartmentClosed: UNPUBLISHED,
    RegionOpened: UNPUBLISHED,
    RegionRenamed: UNPUBLISHED,
    RegionMoved: UNPUBLISHED,
    RegionClosed: UNPUBLISHED,
    TeamFormed: UNPUBLISHED,
    TeamRenamed: UNPUBLISHED,
    TeamDissolved: UNPUBLISHED,
    PositionDefined: UNPUBLISHED,
    PositionRenamed: UNPUBLISHED,
    PositionRetired: UNPUBLISHED,
    UserAdded: UNPUBLISHED,
    UserDetailsChanged: UNPUBLISHED,
    UserPlaced: UNPUBLISHED,
    RolesGranted: UNPUBLISHED,
    UserDeactivated: UNPUBLISHED,
    UserReactivated: UNPUBLISHED,
    ApiKeyIssued: UNPUBLISHED,
    ApiKeyRevoked: UNPUBLISHED,
    WorkHandedOver: UNPUBLISHED,
  },
});
