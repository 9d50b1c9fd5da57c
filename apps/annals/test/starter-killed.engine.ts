import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { comes } from './apart/patience.js';
import { isListening } from './ports.js';
import { root } from './stage.js';

it.each(['kafka', 'mongo', 'eventstoredb'])(
  'ends the engine of infra/native/%s.mjs with its parent process',
  async (name) => {
    const starter = spawn(process.execPath, [`infra/native/${name}.mjs`], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(createInterface(starter.stdout), 'line')) as [string];
    const port = Number(/:(\d+)/.exec(line.replace(/^\w+:/, ''))![1]);
    expect(await isListening(port)).toBe(true);
    starter.kill('SIGKILL');
    await comes(`the end of ${name}`, async () => !(await isListening(port)));
  },
);
