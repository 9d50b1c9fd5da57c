// Records the current versions of projections and contracts in projections/versions.json and contracts/versions.json.
// Refuses a definition that has changed without a new version, unless --unreleased says that no data of it exists.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { build } from './build.mjs';

const root = resolve(import.meta.dirname, '..');

await build();
const { annalsCatalogue, configurationOf, contracts } = await import('@annals/composition');
const definitions = await import('../libs/testing/dist/definitions.js');

const now = {
  'projections/versions.json': definitions.projectionDefinitions(annalsCatalogue(configurationOf({})).views, root),
  'contracts/versions.json': definitions.contractDefinitions(contracts),
};

const acceptedIn = (file) => (existsSync(`${root}/${file}`) ? JSON.parse(readFileSync(`${root}/${file}`, 'utf8')) : {});

const isUnreleased = process.argv.includes('--unreleased');
for (const [file, defined] of Object.entries(now)) {
  const accepted = acceptedIn(file);
  const refused = isUnreleased ? [] : definitions.broken(accepted, defined);
  for (const each of refused) console.error(`${file}: ${each}: give it a new version.`);
  if (refused.length > 0) {
    process.exitCode = 1;
    continue;
  }
  for (const each of definitions.undeclared(accepted, defined)) console.log(`${file}: ${each}`);
  const text = JSON.stringify(defined);
  writeFileSync(`${root}/${file}`, await format(text, { ...(await resolveConfig(`${root}/${file}`)), parser: 'json' }));
}
