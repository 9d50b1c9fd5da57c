import { command, Fits } from '@annals/command-bus';
import { id, instant, label } from '@annals/contracts-values';

/** That a key was issued; the key itself is not for the log. */
export class IssueApiKey extends command('IssueApiKey') {
  @Fits(id) readonly keyId!: string;
  @Fits(id) readonly userId!: string;
  @Fits(label) readonly name!: string;
  /** Without it the key is good until it is revoked. */
  @Fits(instant.nullish()) readonly expiresAt?: string | null;
}

export class RevokeApiKey extends command('RevokeApiKey') {
  @Fits(id) readonly keyId!: string;
}
