import { systemCommand } from '@annals/command-bus';
import { id, instant, label } from '@annals/contracts-values';

/** That a key was issued; the key itself is not for the log. */
export class IssueApiKey extends systemCommand(
  'IssueApiKey',
  {
    keyId: id,
    userId: id,
    name: label,
    /** Without it the key is good until it is revoked. */
    expiresAt: instant.nullish(),
  },
  { about: null },
) {}

export class RevokeApiKey extends systemCommand('RevokeApiKey', { keyId: id }, { about: null }) {}
