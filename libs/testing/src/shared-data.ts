import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const folder = () => process.env['SHARED_DATA'] ?? resolve(import.meta.dirname, '../../../../shared/data');

/**
 * The path of a public data set, which is not part of this repository: in `../shared/data` next to the checkout, or in the
 * folder `SHARED_DATA`. If it is missing, `undefined` and a warning; in CI an error, so that no test is silently skipped.
 */
export const sharedData = (file: string): string | undefined => {
  const path = resolve(folder(), file);
  if (existsSync(path)) return path;
  const missing = `The data set ${path} is missing. Put it there, or name the folder in SHARED_DATA.`;
  if (process.env['CI']) throw new Error(missing);
  console.warn(missing);
  return undefined;
};

/** A test on a public data set. Without the data it fails in CI and is reported as skipped elsewhere. */
export const itOnData = (file: string, title: string, test: (path: string) => Promise<void>): void => {
  if (process.env['CI']) return it(title, () => test(sharedData(file)!));
  const path = sharedData(file);
  if (path === undefined) it.skip(title, () => undefined);
  else it(title, () => test(path));
};
