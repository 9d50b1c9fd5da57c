import { transformFile } from '@swc/core';
import { globSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, sep } from 'node:path';

const root = `${import.meta.dirname}/..`;
const sources = ['apps', 'contracts', 'libs', 'projections'];
const isOfConsole = (path) => path.startsWith(`apps${sep}console${sep}`); // infra/console builds it

/** Whether a source file or this program is newer than its build. */
const outdated = (source, target) => {
  const built = statSync(target, { throwIfNoEntry: false });
  return !built || built.mtimeMs < statSync(source).mtimeMs;
};

const targetOf = (source) => source.replace(`${sep}src${sep}`, `${sep}dist${sep}`).replace(/\.ts$/, '.js');

/** Replaces a file atomically, because another process may be loading or building it. */
const replace = (file, text) => {
  const next = `${file}.${process.pid}`;
  writeFileSync(next, text);
  renameSync(next, file);
};

/** Compiles changed files into `dist` beside each `src`; `npm run types` checks types. */
export const build = async () => {
  const all = globSync(
    sources.map((folder) => `${folder}/**/src/**/*.ts`),
    {
      cwd: root,
      exclude: (path) => path.includes('node_modules') || isOfConsole(path) || /\.(spec|types)\.ts$/.test(path),
    },
  );
  const pairs = all.map((file) => [`${root}/${file}`, `${root}/${targetOf(file)}`]);
  const wanted = new Set(pairs.map(([, target]) => target));
  for (const stale of globSync(
    sources.map((folder) => `${folder}/**/dist/**/*.js`),
    { cwd: root },
  )) {
    if (!isOfConsole(stale) && !wanted.has(`${root}/${stale}`)) rmSync(`${root}/${stale}`, { force: true });
  }
  const changed = pairs.filter(([source, target]) => outdated(source, target));
  await Promise.all(
    changed.map(async ([source, target]) => {
      const { code, map } = await transformFile(source, { configFile: `${root}/.swcrc`, swcrc: false });
      mkdirSync(dirname(target), { recursive: true });
      replace(`${target}.map`, map);
      replace(target, `${code}//# sourceMappingURL=${target.split('/').at(-1)}.map\n`);
    }),
  );
};

if (import.meta.main) await build();
