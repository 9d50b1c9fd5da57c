import { expected, field, id, instant, label, role, ROLES } from '@annals/contracts-values';
import { Contract, type EventOf } from '@annals/event-sourcing';
import { z } from 'zod';
import { departmentId, positionId, regionId, teamId } from './units.js';

// Names and fields below are on disk: add a version, never edit one.

export const roles = field(z.array(role).max(ROLES.length), { en: 'Roles', zh: '角色' }, { example: ['sales'] });

export const userId = field(id, { en: 'User', zh: '用户' }, { example: 'li.na', identifies: 'employee' });
const about = { userId };

/** The sign-in name of a user; without spaces, so that it differs from a person's name. */
export const userName = field(
  z
    .string()
    .regex(
      /^[\p{L}\p{N}][\p{L}\p{N}._@+-]{0,99}$/u,
      expected(
        'a sign-in name of up to 100 letters, digits and `.` `_` `@` `+` `-`, without spaces',
        '登录名，由不超过 100 个字母、数字和 `.` `_` `@` `+` `-` 组成，不含空格',
      ),
    ),
  { en: 'Sign-in name', zh: '登录名' },
  { example: 'li.na' },
);

const ofUser = { personal: { whose: 'employee', by: 'userId' } } as const;
const personal = z.string().min(1).max(500).meta(ofUser);
/** Why a user was deactivated or reactivated. */
export const accessReason = field(label.meta(ofUser), { en: 'Reason', zh: '原因' }, { example: 'Left the company.' });

/** The name and the e-mail address of a user. */
export const person = z.strictObject({
  displayName: field(personal, { en: 'Name', zh: '姓名' }, { example: '李娜' }),
  email: field(personal, { en: 'E-mail', zh: '邮箱' }, { example: 'li.na@example.com' }).optional(),
});
export type Person = z.infer<typeof person>;

export const UserAdded = Contract.of('UserAdded', { en: 'User added', zh: '用户已添加' }).v1(
  z.object({ ...about, name: userName, ...person.shape }),
);

export const UserDetailsChanged = Contract.of('UserDetailsChanged', {
  en: 'User details changed',
  zh: '用户信息已变更',
}).v1(
  z.object({
    ...about,
    ...{ before: field(person, { en: 'Before', zh: '变更前' }), after: field(person, { en: 'After', zh: '变更后' }) },
  }),
);

/** The department, team and position of a user, and the regions that the user is responsible for. */
export const placement = z.strictObject({
  departmentId: departmentId.nullable(),
  teamId: teamId.nullable(),
  positionId: positionId.nullable(),
  regionIds: field(z.array(regionId).max(1_000), { en: 'Regions', zh: '负责区域' }, { example: ['east'] }),
});
export type Placement = z.infer<typeof placement>;

/** `previous` is `null` for the first placement. */
export const UserPlaced = Contract.of('UserPlaced', { en: 'User placed', zh: '用户归属已设置' }).v1(
  z.object({ ...about, ...placement.shape, previous: field(placement.nullable(), { en: 'Before', zh: '变更前' }) }),
);

/** All roles of the user before and after, each once, in the order of `ROLES`. */
export const RolesGranted = Contract.of('RolesGranted', { en: 'Roles granted', zh: '角色已授予' }).v1(
  z.object({
    ...about,
    before: field(roles, { en: 'Roles before', zh: '原角色' }),
    after: field(roles, { en: 'Roles after', zh: '新角色' }),
  }),
);

export const UserDeactivated = Contract.of('UserDeactivated', { en: 'User deactivated', zh: '用户已停用' }).v1(
  z.object({ ...about, reason: accessReason }),
);
export const UserReactivated = Contract.of('UserReactivated', { en: 'User reactivated', zh: '用户已重新启用' }).v1(
  z.object({ ...about, reason: accessReason.nullable() }),
);

export const keyId = field(id, { en: 'API key', zh: 'API 密钥' }, { example: 'k-1' });
export const keyName = field(label, { en: 'Name', zh: '名称' }, { example: 'ERP' });
export const expiresAt = field(instant, { en: 'Valid until', zh: '有效期至' }, { example: '2027-01-01T00:00:00.000Z' });

/** The key itself is never stored in the log. */
export const ApiKeyIssued = Contract.of('ApiKeyIssued', { en: 'API key issued', zh: 'API 密钥已签发' }).v1(
  z.object({ keyId, ...about, name: keyName, expiresAt: expiresAt.nullable() }),
);
export const ApiKeyRevoked = Contract.of('ApiKeyRevoked', { en: 'API key revoked', zh: 'API 密钥已吊销' }).v1(
  z.object({ keyId, ...about }),
);

/** Details and placement of a user: a stream for each user. */
export const profileContracts = [UserAdded, UserDetailsChanged, UserPlaced] as const;
export type ProfileEvent = EventOf<(typeof profileContracts)[number]>;

/** Roles and activation: one stream for all users, so that an administrator always remains. */
export const accessContracts = [RolesGranted, UserDeactivated, UserReactivated] as const;
export type AccessEvent = EventOf<(typeof accessContracts)[number]>;

export const apiKeyContracts = [ApiKeyIssued, ApiKeyRevoked] as const;
export type ApiKeyEvent = EventOf<(typeof apiKeyContracts)[number]>;

/** The stream of the details and the placement of a user. */
export const userStream = (userId: string): string => `user-${userId}`;

/** The stream of all roles and of all activation. */
export const ACCESS = 'access';
