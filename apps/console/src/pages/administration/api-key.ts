import type { components } from '../../generated/api.js';

export type ApiKey = components['schemas']['ApiKeyEntry'];

export type KeyState = 'valid' | 'expired' | 'revoked';

export const stateOf = ({ revokedAt, expiresAt }: ApiKey): KeyState => {
  if (revokedAt !== null) return 'revoked';
  return expiresAt !== null && Date.parse(expiresAt) <= Date.now() ? 'expired' : 'valid';
};
