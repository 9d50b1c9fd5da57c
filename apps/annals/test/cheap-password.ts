import { scryptSync } from 'node:crypto';

/** A password that is strong enough to be changed. */
export const PASSWORD = 'correct horse battery staple';
const key = scryptSync(PASSWORD, 'salt', 32, { N: 2, r: 1, p: 1 }).toString('base64url');
/** As it is stored, of little cost. */
export const STORED_PASSWORD = `scrypt$2$1$1$${Buffer.from('salt').toString('base64url')}$${key}`;

/** The form of its change. */
export const CHANGE = { currentPassword: PASSWORD, newPassword: `${PASSWORD}s` };
