import { systemCommand } from '@annals/command-bus';
import { expiresAt, keyId, keyName, userId } from '@annals/contracts-organisation';

/** That a key was issued; the key itself is not for the log. */
export class IssueApiKey extends systemCommand(
  'IssueApiKey',
  {
    keyId,
    userId,
    name: keyName,
    /** Without it the key is good until it is revoked. */
    expiresAt: expiresAt.nullish(),
  },
  { about: null },
) {}

export class RevokeApiKey extends systemCommand('RevokeApiKey', { keyId }, { about: null }) {}
