// Builds the console into apps/console/dist, if a source is newer than that; generates what it takes from OpenAPI first.
import { globSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
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

/** Each file also in the two forms that browsers accept. */
const compress = (assets) => {
  for (const file of globSync('*.{js,css,svg}', { cwd: assets })) {
    const content = readFileSync(`${assets}/${file}`);
    writeFileSync(`${assets}/${file}.br`, brotliCompressSync(content));
    writeFileSync(`${assets}/${file}.gz`, gzipSync(content));
  }
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
  compress(`${next}/assets`);
  rmSync(`${folder}/dist`, { recursive: true, force: true });
  renameSync(next, `${folder}/dist`);
};

if (import.meta.main) await buildConsole();
