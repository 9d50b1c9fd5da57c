// Writes what the console takes from contracts/openapi.json into apps/console/src/generated: the types of the client, and
// the forms of commands, lists and words in both languages. `--force` also if nothing is newer.
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { catalogueOf } from './catalogue.mjs';

const root = resolve(import.meta.dirname, '../..');
const source = `${root}/contracts/openapi.json`;
const target = `${root}/apps/console/src/generated`;

const changed = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const programs = ['generate', 'catalogue', 'fields'].map((name) => `${import.meta.dirname}/${name}.mjs`);

export const generate = async () => {
  const written = changed(`${target}/api.d.ts`);
  if ([source, ...programs].every((path) => changed(path) < written)) return;
  const document = JSON.parse(readFileSync(source, 'utf8'));
  mkdirSync(target, { recursive: true });
  const catalogue = catalogueOf(document);
  for (const [name, value] of Object.entries(catalogue)) writeFileSync(`${target}/${name}.json`, JSON.stringify(value));
  const worded = Object.keys(catalogue.words).map((name) => `'${name}'`);
  const types = `${astToString(await openapiTS(document))}\nexport type WordedSchema = ${worded.join(' | ')};\n`;
  writeFileSync(`${target}/api.d.ts`, types);
};

if (import.meta.main) await generate();
