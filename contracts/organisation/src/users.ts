import { id, instant, label, role, ROLES } from '@annals/contracts-values';
import { Contract, type EventOf } from '@annals/event-sourcing';
import { z } from 'zod';

// Names and fields below are on disk: add a version, never edit one.

export const roles = z.array(role).max(ROLES.length);

const about = { userId: id };

/** What a user signs in with: no spaces, so that it can be told from a person's name. */
export const userName = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._@+-]{0,99}$/u);

const ofUser = { personal: { whose: 'employee', by: 'userId' } } as const;
const personal = z.string().min(1).max(500).meta(ofUser);
const note = label.meta(ofUser);

/** Who a user is to colleagues. */
export const person = z.strictObject({ displayName: personal, email: personal.optional() });
export type Person = z.infer<typeof person>;

export const UserAdded = Contract.of('UserAdded').v1(z.object({ ...about, name: userName, ...person.shape }));

export const UserDetailsChanged = Contract.of('UserDetailsChanged').v1(
  z.object({ ...about, before: person, after: person }),
);

/** Where a user works, and the regions that are his or hers to look after. */
export const placement = z.object({
  departmentId: id.nullable(),
  teamId: id.nullable(),
  positionId: id.nullable(),
  regionIds: z.array(id).max(1_000),
});
export type Placement = z.infer<typeof placement>;

/** `previous` is `null` for the first time. */
export const UserPlaced = Contract.of('UserPlaced').v1(
  z.object({ ...about, ...placement.shape, previous: placement.nullable() }),
);

/** All roles that a user had and has, each once, in the order of `ROLES`. */
export const RolesGranted = Contract.of('RolesGranted').v1(z.object({ ...about, before: roles, after: roles }));

export const UserDeactivated = Contract.of('UserDeactivated').v1(z.object({ ...about, reason: note }));
export const UserReactivated = Contract.of('UserReactivated').v1(z.object({ ...about, reason: note.nullable() }));

/** That there is such a key; the key itself is nowhere in the log. */
export const ApiKeyIssued = Contract.of('ApiKeyIssued').v1(
  z.object({ keyId: id, ...about, name: label, expiresAt: instant.nullable() }),
);
export const ApiKeyRevoked = Contract.of('ApiKeyRevoked').v1(z.object({ keyId: id, ...about }));

/** Who somebody is and where: a stream for each user. */
export const profileContracts = [UserAdded, UserDetailsChanged, UserPlaced] as const;
export type ProfileEvent = EventOf<(typeof profileContracts)[number]>;

/** Who may do what: one stream for all users, because there always has to be an administrator. */
export const accessContracts = [RolesGranted, UserDeactivated, UserReactivated] as const;
export type AccessEvent = EventOf<(typeof accessContracts)[number]>;

export const apiKeyContracts = [ApiKeyIssued, ApiKeyRevoked] as const;
export type ApiKeyEvent = EventOf<(typeof apiKeyContracts)[number]>;
