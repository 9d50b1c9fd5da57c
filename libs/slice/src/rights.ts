import type { Role } from '@annals/contracts-values';
import type { Words } from '@annals/event-sourcing';

/**
 * Which customers: those that the user owns, those of the user's team, department with sub-departments or regions with
 * sub-regions, or all. Every scope includes customers that the user owns.
 */
export const SCOPES = ['own', 'team', 'department', 'region', 'all'] as const;
export type Scope = (typeof SCOPES)[number];

/**
 * A right with its description. A right about `customers` applies to those in the scope of the role; one about the
 * `installation` applies to everything.
 */
export type Right = Words & {
  readonly about: 'customers' | 'installation';
  /** Whether files may carry commands that need it, although it is about the installation. */
  readonly imported?: true;
};

/** The rights of each role by scope. An administrator has every right. */
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
