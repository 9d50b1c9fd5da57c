import { FileAccountStore, resetPassword } from '@annals/auth';
import { configurationOf } from '@annals/composition';
import { join } from 'node:path';

/** `annals reset-password`: whoever has access to the data folder can reset any password. */
export const resetPasswordOf = async (name: string): Promise<void> => {
  const { dataDir } = configurationOf(process.env);
  const accounts = await FileAccountStore.open(join(dataDir, 'accounts.json'));
  console.log(`One-time password of ${name}: ${await resetPassword(accounts, name)}`);
};
