import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { comes } from './apart/patience.js';
import { freePort, isListening } from './ports.js';
import { root, stage } from './stage.js';

const { begin, folder } = stage();

/** What a container runs as its first process. */
const [, ...inContainer] = JSON.parse(
  /^CMD (.+)$/m.exec(readFileSync(join(root, 'infra/Dockerfile'), 'utf8'))![1]!,
) as readonly string[];
const container = [process.execPath, ...inContainer];
const run = ['node', 'infra/run.mjs', 'apps/annals/dist/main.js'];

it.each([
  ['SIGTERM', 'npm start', ['npm', 'start']],
  ['SIGKILL', 'npm start', ['npm', 'start']],
  ['SIGTERM', 'infra/run.mjs', run],
  ['SIGINT', 'infra/run.mjs', run],
  ['SIGKILL', 'infra/run.mjs', run],
  ['SIGTERM', 'the first process of a container', container],
  ['SIGINT', 'the first process of a container', container],
] as const)('leaves no process when %s is sent to %s', async (signal, _, [program, ...args]) => {
  const port = await freePort();
  const { child, finished } = begin(program, args, { PORT: `${port}`, DATA_DIR: join(folder, `${port}`) });
  await comes('an answer', () => isListening(port));
  child.kill(signal);
  await finished; // no process can write any more
  expect(await isListening(port)).toBe(false);
});
