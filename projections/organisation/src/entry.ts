import type { Placement, UnitKind } from '@annals/contracts-organisation';
import type { Role } from '@annals/contracts-values';

/** `since` is when the user became active, or ceased to be. Times are ISO 8601. */
export type DirectoryUser = Placement & {
  readonly kind: 'user';
  readonly userId: string;
  /** What the user signs in with. */
  readonly name: string;
  readonly displayName: string;
  readonly email: string | null;
  readonly roles: readonly Role[];
  readonly active: boolean;
  readonly since: string;
  /** When a deactivated user was last activated again: credentials of before stay invalid. */
  readonly reactivatedAt?: string;
  readonly addedAt: string;
  /** For `If-Match` with commands that change the user, not the roles; `null` as of a moment. */
  readonly revision: number;
  /** For `If-Match` with commands that grant roles, deactivate or reactivate; -1 before the first of them, `null` as of a moment. */
  readonly accessRevision: number;
};

/** `parentId` is the department or region that it is a part of, for a team its department. `since`: opened or closed. */
export type DirectoryUnit = {
  readonly kind: UnitKind;
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly open: boolean;
  readonly since: string;
  /** For `If-Match`; `null` as of a moment. */
  readonly revision: number;
};

export type DirectoryKey = {
  readonly kind: 'api-key';
  readonly keyId: string;
  readonly userId: string;
  readonly name: string;
  readonly issuedAt: string;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
};

export type DirectoryEntry = DirectoryUser | DirectoryUnit | DirectoryKey;

/** The ids of documents. */
export const userKey = (userId: string) => `user/${userId}`;
export const unitKey = (kind: UnitKind, id: string) => `${kind}/${id}`;
export const apiKeyKey = (keyId: string) => `api-key/${keyId}`;
