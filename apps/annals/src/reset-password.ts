import { FileAccountStore, resetPassword } from '@annals/auth';
import { configurationOf } from '@annals/composition';
import { join } from 'node:path';

/** `annals reset-password`: for whoever can read the data folder, as it lets anybody in who does. */
export const resetPasswordOf = async (name: string): Promise<void> => {
  const { dataDir } = configurationOf(process.env);
  const accounts = await FileAccountStore.open(join(dataDir, 'accounts.json'));
  console.log(`One-time password of ${name}: ${await resetPassword(accounts, name)}`);
};
