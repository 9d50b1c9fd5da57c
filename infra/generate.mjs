// `npm run generate`: writes every file that is derived from the code. `--unreleased` says that nobody has data or messages
// of what has changed without a new version.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');

// The schema of the envelope is made from those of events, and OpenAPI from those of answers.
const programs = ['versions', 'docs/write', 'schemas', 'openapi', 'asyncapi'];

for (const program of programs) {
  const { status } = spawnSync(process.execPath, [`infra/${program}.mjs`, ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}
