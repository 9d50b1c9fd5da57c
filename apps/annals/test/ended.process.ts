import { join } from 'node:path';
import { comes } from './apart/patience.js';
import { freePort, isListening } from './ports.js';
import { stage } from './stage.js';

const { begin, folder } = stage();
const run = ['node', 'infra/run.mjs', 'apps/annals/dist/main.js'];

it.each([
  ['SIGTERM', ['npm', 'start']],
  ['SIGKILL', ['npm', 'start']],
  ['SIGTERM', run],
  ['SIGINT', run],
  ['SIGKILL', run],
] as const)('leaves no process when %s is sent to %s', async (signal, [program, ...args]) => {
  const port = await freePort();
  const { child, finished } = begin(program, args, { PORT: `${port}`, DATA_DIR: join(folder, `${port}`) });
  await comes('an answer', () => isListening(port));
  child.kill(signal);
  await finished; // no process can write any more
  expect(await isListening(port)).toBe(false);
});
