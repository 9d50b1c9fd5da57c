import { ROLES, type Role } from '@annals/contracts-organisation';
import { PERMISSIONS, type Permission } from './permissions.js';

/**
 * Which customers: those that somebody owns, those of the team, of the department with its sub-departments, of the
 * user's regions with their sub-regions, or all. Every scope takes in what the user owns.
 */
export const SCOPES = ['own', 'team', 'department', 'region', 'all'] as const;
export type Scope = (typeof SCOPES)[number];

type Grants = Readonly<Partial<Record<Scope, readonly Permission[]>>>;

const reads = [
  ...(['customers.read', 'personal.read', 'history.read', 'deals.read', 'complaints.read'] as const),
  ...(['orders.read', 'finance.read', 'reports.read', 'events.read'] as const),
] as const;
const writes = ['customers.write', 'contacts.write', 'deals.write', 'complaints.write'] as const;
const everything = Object.keys(PERMISSIONS) as readonly Permission[];

/** Each role with what it may do to which customers. Permissions about the installation stand under `all`. */
export const GRANTS: Readonly<Record<Role, Grants>> = {
  administrator: { all: everything },
  sales: { team: reads, own: writes, all: ['organisation.read'] },
  service: {
    region: [...reads, 'customers.write', 'contacts.write', 'complaints.write'],
    all: ['organisation.read'],
  },
  marketing: { all: ['customers.read', 'deals.read', 'reports.read', 'contacts.write'] },
  manager: { department: [...reads, ...writes, 'customers.assign'], all: ['organisation.read'] },
  auditor: { all: [...reads, 'access.read', 'organisation.read'] },
  analyst: { all: reads.filter((permission) => permission !== 'personal.read') },
  integration: {
    all: [
      ...(['customers.read', 'personal.read', 'events.read', ...writes, 'customers.assign'] as const),
      ...(['accounts.write', 'metrics.read'] as const),
    ],
  },
};

const isRole = (name: string): name is Role => (ROLES as readonly string[]).includes(name);

/** What roles allow together: for each permission every scope that one of them has. Names that are no role allow nothing. */
export const grantedTo = (roles: readonly string[]): ReadonlyMap<Permission, readonly Grant[]> =>
  Map.groupBy(
    roles
      .filter(isRole)
      .flatMap((role) =>
        SCOPES.flatMap((scope) => (GRANTS[role][scope] ?? []).map((permission) => ({ role, scope, permission }))),
      ),
    ({ permission }) => permission,
  );

export type Grant = { readonly role: Role; readonly scope: Scope; readonly permission: Permission };
