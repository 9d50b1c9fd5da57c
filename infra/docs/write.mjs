// Writes the files that are derived from manifests, routes and settings.
import { globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { GENERATED_FOLDERS, generatedFiles } from './files.mjs';

const root = resolve(import.meta.dirname, '../..');
const files = generatedFiles();

for (const folder of GENERATED_FOLDERS)
  for (const stale of globSync(`${folder}/*`, { cwd: root }).filter((path) => !files.has(path)))
    rmSync(`${root}/${stale}`);

for (const [path, text] of files) {
  mkdirSync(dirname(`${root}/${path}`), { recursive: true });
  writeFileSync(`${root}/${path}`, text);
}
