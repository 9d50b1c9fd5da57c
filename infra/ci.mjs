// The steps of .ci/run. Runs under Node 18 or newer. The last line has the numbers of passed and failed tests and steps.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { counted, stepCounted } from './ci.count.mjs';

const root = new URL('..', import.meta.url);
const results = mkdtempSync(join(tmpdir(), 'annals-ci-'));
const total = { passed: 0, failed: 0 };

const run = (name, command, ...args) => {
  console.log(`== ${name}`);
  return spawnSync(command, args, { cwd: root, stdio: 'inherit' }).status ?? 1;
};

const add = (name, { passed, failed, why }) => {
  total.passed += passed;
  total.failed += failed;
  if (failed > 0) console.log(`== ${name}: ${failed} failed${why ? `, ${why}` : ''}`);
};

/** Counts as one test. */
const step = (name, ...command) => add(name, stepCounted(run(name, ...command)));

/** Counts each of its tests; the suite writes the counts to a file. */
const suite = (name, script, argsFor) => {
  const file = join(results, `${script}.json`);
  const status = run(name, 'npm', 'run', script, '--', ...argsFor(file));
  let written;
  try {
    written = readFileSync(file, 'utf8');
  } catch {
    written = '';
  }
  add(name, counted(status, written));
};
const jest =
  (...options) =>
  (file) => ['--ci', '--json', `--outputFile=${file}`, ...options];

step('tools', 'bash', '.ci/tools');
step('build', 'node', 'infra/run.mjs', '--console', 'infra/build.mjs');
step('format', 'npm', 'run', '--silent', 'format');
step('lint and boundaries', 'npm', 'run', '--silent', 'lint');
step('types', 'npm', 'run', '--silent', 'types');
suite('tests', 'test', jest('--coverage'));
suite('whole processes', 'test:processes', jest());
suite('console', 'test:console', jest());
suite('crash tests', 'test:crash', jest());
suite('real engines', 'test:engines', jest());
suite('faults', 'test:faults', jest('--seed=1', '--minutes=2'));
suite('fuzzing', 'test:fuzz', (file) => [`--json=${file}`]);

rmSync(results, { recursive: true });
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
