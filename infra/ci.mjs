// The steps of .ci/run. Runs under Node 18 or newer. The last line has the numbers of passed and failed tests and steps.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { counted, failuresIn, stepCounted } from './ci.count.mjs';

const root = new URL('..', import.meta.url);
const results = mkdtempSync(join(tmpdir(), 'annals-ci-'));
const total = { passed: 0, failed: 0 };
const times = [];
const failures = [];

const run = (name, command, ...args) => {
  console.log(`== ${name}`);
  const start = performance.now();
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  times.push(`${name} ${Math.round((performance.now() - start) / 1000)} s`);
  return status ?? 1;
};

const add = (name, { passed, failed, why }, titles = []) => {
  total.passed += passed;
  total.failed += failed;
  if (failed === 0) return;
  failures.push(`${name}: ${failed} failed${why ? `, ${why}` : ''}`, ...titles);
  console.log(`== ${name}: ${failed} failed`);
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
  add(name, counted(status, written), failuresIn(written));
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
console.log(`== times: ${times.join(', ')}`);
for (const failure of failures) console.log(failure);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
