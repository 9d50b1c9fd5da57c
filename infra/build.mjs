import { transformFile } from '@swc/core';
import { globSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const sources = ['apps', 'contracts', 'libs', 'projections'];
const swc = { configFile: `${root}/.swcrc`, swcrc: false };
const folder = 'apps/annals/dist/bundle';
const isOfConsole = (path) => path.startsWith(`apps${sep}console${sep}`); // infra/console builds it
const isOfBundle = (path) => path.startsWith(`${folder}/`.replaceAll('/', sep));
const isProgram = (path) => /[\\/]apps[\\/]\w+[\\/]src[\\/](main|cli)\.ts$/.test(path);

const writtenAt = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Whether a source file is newer than its build. */
const outdated = (source, target) => writtenAt(target) < writtenAt(source);

const targetOf = (source) => source.replace(`${sep}src${sep}`, `${sep}dist${sep}`).replace(/\.ts$/, '.js');

/** Replaces a file atomically, because another process may be loading or building it. */
const replace = (file, text) => {
  const next = `${file}.${process.pid}`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(next, text);
  renameSync(next, file);
};

/** Compiles changed files into `dist` beside each `src` and bundles the programs; `npm run types` checks types. */
export const build = async () => {
  const all = globSync(
    sources.map((folder) => `${folder}/**/src/**/*.ts`),
    {
      cwd: root,
      exclude: (path) => path.includes('node_modules') || isOfConsole(path) || /\.(spec|types)\.ts$/.test(path),
    },
  );
  const pairs = all.map((file) => [`${root}/${file}`, `${root}/${targetOf(file)}`]);
  const programs = pairs.filter(([source]) => isProgram(source));
  const wanted = new Set(pairs.map(([, target]) => target));
  for (const stale of globSync(
    sources.map((folder) => `${folder}/**/dist/**/*.js`),
    { cwd: root },
  )) {
    if (!isOfConsole(stale) && !isOfBundle(stale) && !wanted.has(`${root}/${stale}`))
      rmSync(`${root}/${stale}`, { force: true });
  }
  const changed = pairs.filter(([source, target]) => !isProgram(source) && outdated(source, target));
  await Promise.all(
    changed.map(async ([source, target]) => {
      const { code, map } = await transformFile(source, swc);
      replace(`${target}.map`, map);
      replace(target, `${code}//# sourceMappingURL=${target.split('/').at(-1)}.map\n`);
    }),
  );
  const bundled = Math.min(...programs.map(([, target]) => writtenAt(target)));
  const origins = [...pairs.map(([source]) => source), `${root}/infra/bundle.mjs`, `${root}/package-lock.json`];
  if (changed.length === 0 && origins.every((origin) => writtenAt(origin) < bundled)) return;
  const { bundle } = await import('./bundle.mjs'); // loading the bundler takes longer than a build that changes nothing
  await bundle({ programs, root, folder, swc, replace });
};

if (import.meta.main) await build();
