import { transformFile } from '@swc/core';
import { globSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, relative, resolve } from 'node:path';
import { rolldown } from 'rolldown';

const DAY = 86_400_000; // ms; for so long, a running process may still load a file of the bundle before

/** Programs are compiled here; what they import has been compiled into `dist`. */
const compiled = (programs, swc) => ({
  name: 'compiled',
  resolveId: (id, importer) =>
    programs.has(importer) && id.startsWith('.') ? resolve(dirname(programs.get(importer)), id) : null,
  load: {
    filter: { id: { include: /[\\/](dist[\\/].*\.js|src[\\/]\w+\.ts)$/, exclude: /[\\/]node_modules[\\/]/ } },
    handler: async (id) => {
      if (programs.has(id)) return { ...(await transformFile(id, swc)), moduleType: 'js' };
      return { code: readFileSync(id, 'utf8'), map: readFileSync(`${id}.map`, 'utf8') };
    },
  },
});

/** Paths of files stay right. The program of a thread is an entry beside the file that starts it. */
const located = (root, folder) => ({
  name: 'located',
  transform: {
    filter: { code: /import\.meta\.(dirname|url)/ },
    handler(code, id) {
      for (const [, thread] of code.matchAll(/new URL\('(\.\/[\w-]+\.js)', import\.meta\.url\)/g))
        this.emitFile({ type: 'chunk', id: resolve(dirname(id), thread), fileName: `${folder}/${basename(thread)}` });
      const from = relative(`${root}/${folder}`, dirname(id)).replaceAll('\\', '/');
      return { code: code.replaceAll('import.meta.dirname', `(import.meta.dirname + '/${from}')`), map: null };
    },
  },
});

// Packages that consist of hundreds of small files and read no others.
const SMALL = [
  '@nestjs',
  '@opentelemetry',
  '@tokenizer',
  'class-transformer',
  'class-validator',
  'class-validator-jsonschema',
  'es-toolkit',
  'file-type',
  'iterare',
  'jose',
  'libphonenumber-js',
  'prom-client',
  'rxjs',
  'strtok3',
  'uuid',
  'validator',
  'zod',
];

const isApart = (id) =>
  !/^(\.|\/|[a-z]:|@annals\/)/i.test(id) && !SMALL.some((name) => `${id}/`.startsWith(`${name}/`));

/**
 * Bundles programs, because loading a thousand files takes longer than all else that a start does. What programs share is written into
 * `folder`; most packages of others stay apart. `programs` are pairs of source and target; `replace` writes a file.
 */
export const bundle = async ({ programs, root, folder, swc, replace }) => {
  const inputs = programs.map(([source, target]) => [relative(root, target).replace(/\.js$/, ''), source]);
  const build = await rolldown({
    cwd: root,
    platform: 'node',
    logLevel: 'silent',
    input: Object.fromEntries(inputs),
    external: isApart,
    plugins: [compiled(new Map(programs), swc), located(root, folder)],
  });
  const { output } = await build.generate({
    dir: root,
    entryFileNames: '[name].js',
    chunkFileNames: `${folder}/[name].[hash].js`,
    sourcemap: true,
    sourcemapExcludeSources: true,
    keepNames: true,
    banner: withMetadata,
  });
  await build.close();
  // Programs last, because they name the others.
  for (const { fileName, code, source } of output.toSorted((one, other) => isEntry(one) - isEntry(other)))
    replace(`${root}/${fileName}`, code ?? source);
  removeEarlier(`${root}/${folder}`, new Set(output.map(({ fileName }) => basename(fileName))));
};

/** Before the decorators of Nest, and not in threads without it. */
const withMetadata = ({ moduleIds }) =>
  moduleIds.some((id) => /[\\/]node_modules[\\/]@nestjs[\\/]/.test(id)) ? "import 'reflect-metadata';" : '';

const isEntry = (file) => Number(file.isEntry === true);

const removeEarlier = (folder, present) => {
  for (const name of globSync('*', { cwd: folder }))
    if (!present.has(name) && Date.now() - statSync(`${folder}/${name}`).mtimeMs > DAY) rmSync(`${folder}/${name}`);
};
