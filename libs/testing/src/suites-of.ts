import { globSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Registers the tests of each `*.e2e.ts` of a folder in the suite that calls it: the modules of a server are loaded once for
 * all of them, which takes longer than most of the tests.
 */
export const suitesOf = (folder: string) => {
  for (const file of globSync('*.e2e.ts', { cwd: folder }).sort())
    describe(file, () => {
      jest.requireActual(join(folder, file));
    });
};
