// Writes contracts/asyncapi.json: the topics that Annals writes and reads. Refuses a published schema that has changed
// without a new version, unless --unreleased says that no message of it exists.
// With --check it writes nothing and fails if the file is out of date.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { build } from './build.mjs';

const file = `${resolve(import.meta.dirname, '..')}/contracts/asyncapi.json`;

await build();
const { asyncApiDocument } = await import('@annals/contracts-published');
const { inbound, publications } = await import('@annals/composition');

const document = JSON.parse(JSON.stringify(asyncApiDocument(publications, inbound)));
const text = await format(JSON.stringify(document), { ...(await resolveConfig(file)), parser: 'json' });
const committed = existsSync(file) ? readFileSync(file, 'utf8') : '{}';

// Documentation may change.
const NOTES = ['title', 'description', 'examples', 'x-title-zh', 'x-description-zh', 'x-labels', 'x-personal'];
const shapeOf = (schema) => {
  if (Array.isArray(schema)) return schema.map(shapeOf);
  if (typeof schema !== 'object' || schema === null) return schema;
  const members = Object.entries(schema).filter(([name]) => !NOTES.includes(name));
  return Object.fromEntries(
    members.map(([name, value]) => [
      name,
      name === 'properties'
        ? Object.fromEntries(Object.entries(value).map(([field, each]) => [field, shapeOf(each)]))
        : shapeOf(value),
    ]),
  );
};

const accepted = JSON.parse(committed).components?.schemas ?? {};
const { schemas } = document.components;
const changed = Object.keys(accepted).filter(
  (name) => name in schemas && !isDeepStrictEqual(shapeOf(accepted[name]), shapeOf(schemas[name])),
);

const fail = (message) => {
  console.error(message);
  process.exitCode = 1;
};

if (changed.length > 0 && !process.argv.includes('--unreleased'))
  fail(`${changed.join(', ')}: the shape has changed. Give it a new version.`);
else if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (committed !== text) fail('contracts/asyncapi.json is out of date: run "npm run generate".');
