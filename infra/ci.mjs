// The steps of .ci/run. Runs under Node 18 or newer. The last line has the numbers of passed and failed tests and steps.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { counted, failuresIn, stepCounted } from './ci.count.mjs';

const root = new URL('..', import.meta.url);
const results = mkdtempSync(join(tmpdir(), 'annals-ci-'));
const total = { passed: 0, failed: 0 };
const times = [];
const failures = [];

const secondsSince = (start) => `${Math.round((performance.now() - start) / 1000)} s`;

const run = (name, command, ...args) => {
  console.log(`== ${name}`);
  const start = performance.now();
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  times.push(`${name} ${secondsSince(start)}`);
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

/** Each counts as one test. They run side by side, as each uses one core; what each prints comes as a whole. */
const sideBySide = (steps) =>
  Promise.all(
    Object.entries(steps).map(async ([name, [command, ...args]]) => {
      const start = performance.now();
      const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
      const printed = [];
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => printed.push(text));
      const [status] = await once(child, 'close');
      console.log(`== ${name}`);
      process.stdout.write(Buffer.concat(printed));
      times.push(`${name} ${secondsSince(start)}`);
      add(name, stepCounted(status ?? 1));
    }),
  );

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
await sideBySide({
  format: ['npm', 'run', '--silent', 'format'],
  'lint and boundaries': ['npm', 'run', '--silent', 'lint'],
  types: ['npm', 'run', '--silent', 'types'],
});
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
