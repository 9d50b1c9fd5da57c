import { systemCommand } from '@annals/command-bus';
import { expiresAt, keyId, keyName, userId } from '@annals/contracts-organisation';
import { namesUser, sentInstant } from '@annals/contracts-values';

/** Records that a key was issued; the key itself is never recorded. */
export class IssueApiKey extends systemCommand(
  'IssueApiKey',
  {
    keyId,
    userId: namesUser(userId),
    name: keyName,
    /** Without it the key is valid until it is revoked. */
    expiresAt: sentInstant(expiresAt).nullish(),
  },
  { about: null },
) {}

export class RevokeApiKey extends systemCommand('RevokeApiKey', { keyId }, { about: null }) {}
