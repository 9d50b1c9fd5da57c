// Runs under Node 18 or newer: installs and builds what is missing, with `--console` the console, too, then runs under the Node that package.json pins.
import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { whenOrphaned } from './parent.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const node = `${root}/node_modules/.bin/node`;
const windows = process.platform === 'win32';

let child;
const end = (signal) => {
  if (!child?.kill(signal)) process.exit(128 + constants.signals[signal]);
};
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => end(signal));
// npm forwards signals to its shell, and the shell does not forward them.
if (process.env.npm_lifecycle_event) whenOrphaned(() => end('SIGTERM'));

/** Runs a program that ends with this one; returns its exit code. */
const run = (command, args, options = {}) =>
  new Promise((ended) => {
    child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      ended(1);
    });
    child.on('exit', (code, signal) => ended(code ?? 128 + constants.signals[signal]));
  });
const mustRun = async (...program) => {
  const code = await run(...program);
  if (code !== 0) process.exit(code);
};

const installed = () => {
  const marker = `${root}/node_modules/.package-lock.json`;
  return existsSync(marker) && statSync(marker).mtimeMs >= statSync(`${root}/package-lock.json`).mtimeMs;
};

if (!installed()) {
  console.log('Installing the packages that Annals needs; this happens once.');
  await mustRun('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { shell: windows });
}
await mustRun(node, ['infra/build.mjs'], { shell: windows });
if (process.argv.includes('--console')) await mustRun(node, ['infra/console/build.mjs'], { shell: windows });

// Test options that jest does not know are passed as environment variables.
const OPTION = /^--(kills|minutes|rounds|seed)=(-?\d+|random)$/;
const anySeed = () => `${Math.floor(Math.random() * 2 ** 31)}`;
const [first, ...given] = process.argv.slice(2).filter((argument) => argument !== '--console');
const rest = given.filter((argument) => !OPTION.test(argument));
const env = { ...process.env };
for (const argument of given) {
  const [, name, value] = OPTION.exec(argument) ?? [];
  if (name !== undefined) env[name.toUpperCase()] = value === 'random' ? anySeed() : value;
}

const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
const program = first === '--tests' ? [...jest, '--config', ...rest] : ['--enable-source-maps', first, ...rest];
if (first === '--tests' && env.SEED) console.log(`Random values follow from --seed=${env.SEED}.`);
process.exitCode = await run(node, ['--import', './infra/ends-with-parent.mjs', ...program], { env });
