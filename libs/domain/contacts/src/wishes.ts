import { consentKey, type ConsentKind, type ContactPreference } from '@annals/contracts-customers';
import { ImmutableMap } from '@annals/event-sourcing';

/** A change of the customer's wishes; `at` is when it was expressed, in milliseconds. */
export type Word = { readonly at: number; readonly change: (wishes: Wishes) => Wishes };

/** The wishes of the customer and its contact persons at a moment. */
export type Wishes = {
  readonly preference: ContactPreference | null;
  /** `undefined` for what was said of another customer who was merged. */
  readonly consents: ImmutableMap<Permission | undefined>;
};
export type Permission = { readonly given: boolean; readonly expiresAt?: string | undefined };

export const NO_WISHES: Wishes = { preference: null, consents: ImmutableMap.empty() };

/** The latest consent or withdrawal for contacts of this kind. */
export const permissionFor = ({ consents }: Wishes, kind: ConsentKind) => consents.get(consentKey(kind));

export const permitting =
  (kind: ConsentKind, permission: Permission): Word['change'] =>
  (wishes) => ({ ...wishes, consents: wishes.consents.with(consentKey(kind), permission) });

export const forgetting = (wishes: Wishes, kind: ConsentKind): Wishes => ({
  ...wishes,
  consents: wishes.consents.with(consentKey(kind), undefined),
});
