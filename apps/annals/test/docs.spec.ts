import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GENERATED_FOLDERS, generatedFiles } from '../../../infra/docs/files.mjs';
import { root } from './stage.js';

const files = generatedFiles();

// If it fails: run "npm run generate", and commit what it writes.
it.each([...files])('%s is as "npm run generate" writes it', (path, text) => {
  expect(readFileSync(join(root, path), 'utf8')).toBe(text);
});

it.each(GENERATED_FOLDERS)('%s holds no file that "npm run generate" does not write', (folder) => {
  const stale = globSync(`${folder}/*`, { cwd: root }).filter((path) => !files.has(path));
  expect(stale).toEqual([]);
});
