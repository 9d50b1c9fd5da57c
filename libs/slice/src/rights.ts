import type { Role } from '@annals/contracts-values';
import type { Words } from '@annals/event-sourcing';

/**
 * Which customers: those that somebody owns, those of the team, of the department with its sub-departments, of the
 * user's regions with their sub-regions, or all. Every scope takes in what the user owns.
 */
export const SCOPES = ['own', 'team', 'department', 'region', 'all'] as const;
export type Scope = (typeof SCOPES)[number];

/**
 * A right, in the words of an administrator. One about `customers` holds for those that the scope of the role takes in;
 * one about the `installation` holds or does not.
 */
export type Right = Words & { readonly about: 'customers' | 'installation' };

/** Which right each role has, and for which customers. An administrator has every right. */
export type Grants<Name extends string> = {
  readonly [R in Exclude<Role, 'administrator'>]?: { readonly [S in Scope]?: readonly Name[] };
};

export type Grant = { readonly role: Role; readonly scope: Scope; readonly permission: string };

/** The rights and grants of slices, or of the platform. */
export type Granting = {
  readonly rights: Readonly<Record<string, Right>>;
  readonly grants: Grants<string>;
};

/** Every grant of these; administrators have every right of them for all customers. */
export const grantsOf = (all: readonly Granting[]): readonly Grant[] =>
  all.flatMap(({ rights, grants }) => [
    ...Object.keys(rights).map((permission): Grant => ({ role: 'administrator', scope: 'all', permission })),
    ...Object.entries(grants).flatMap(([role, scopes]) =>
      Object.entries(scopes).flatMap(([scope, names]) =>
        names.map((permission): Grant => ({ role: role as Role, scope: scope as Scope, permission })),
      ),
    ),
  ]);
