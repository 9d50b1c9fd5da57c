// Runs under any Node from 18 on: installs and builds what is missing, then goes on under the Node that package.json pins.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

const root = `${import.meta.dirname ?? new URL('.', import.meta.url).pathname}/..`;
const node = `${root}/node_modules/.bin/node`;
const windows = process.platform === 'win32';

const run = (command, args) => {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: windows });
  if (status !== 0) process.exit(status ?? 1);
};

const installed = () => {
  const marker = `${root}/node_modules/.package-lock.json`;
  return existsSync(marker) && statSync(marker).mtimeMs >= statSync(`${root}/package-lock.json`).mtimeMs;
};

if (!installed()) {
  console.log('Installing the packages that Annals needs; this happens once.');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}

const HOW_LONG = /^--(kills|rounds)=(\d+)$/; // options of the crash and fault tests, and jest refuses what it does not know
const [first, ...given] = process.argv.slice(2);
const rest = given.filter((argument) => !HOW_LONG.test(argument));
const lengths = given.flatMap((argument) => {
  const [, name, count] = HOW_LONG.exec(argument) ?? [];
  return name === undefined ? [] : [[name.toUpperCase(), count]];
});
const jest = [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  'node_modules/jest/bin/jest.js',
  '--config',
];
run(node, ['infra/build.mjs']);

const program = first === '--tests' ? [...jest, ...rest] : ['--enable-source-maps', first, ...rest];
const env = { ...process.env, ...Object.fromEntries(lengths) };
const child = spawn(node, program, { cwd: root, stdio: 'inherit', env });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
