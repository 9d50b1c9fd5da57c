import { resetPassword } from '@annals/auth';
import type { Engine } from '@annals/composition';
import { print } from './print.js';

/** `annals reset-password`: every user with access to the records can reset any password. */
export const resetPasswordOf = async ({ accounts }: Engine, name: string): Promise<void> => {
  print(`One-time password of ${name}: ${await resetPassword(accounts, name)}`);
};
