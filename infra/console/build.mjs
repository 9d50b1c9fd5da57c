// Builds the console into apps/console/dist, if a source is newer than that; generates what it takes from OpenAPI first.
import { globSync, renameSync, rmSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'vite';
import { generate } from './generate.mjs';

const root = resolve(import.meta.dirname, '../..');
const folder = `${root}/apps/console`;

const sources = ['apps/console/{index.html,vite.config.mjs}', 'apps/console/src/**/*', 'infra/console/*.mjs'];
const others = ['contracts/openapi.json', 'package-lock.json'];

const changed = (path) => statSync(`${root}/${path}`, { throwIfNoEntry: false })?.mtimeMs ?? 0;

export const isBuilt = () => {
  const built = changed('apps/console/dist/index.html');
  const files = globSync(sources, { cwd: root, exclude: (path) => path.includes('generated') });
  return [...files, ...others].every((path) => changed(path) < built);
};

/** Built beside the served bundle, because a process may be serving it. */
export const buildConsole = async () => {
  if (isBuilt()) return;
  console.log('Building the console; this happens once.');
  await generate();
  const next = `${folder}/dist.${process.pid}`;
  await build({
    configFile: `${folder}/vite.config.mjs`,
    logLevel: 'warn',
    build: { outDir: next, emptyOutDir: true },
  });
  rmSync(`${folder}/dist`, { recursive: true, force: true });
  renameSync(next, `${folder}/dist`);
};

if (import.meta.main) await buildConsole();
