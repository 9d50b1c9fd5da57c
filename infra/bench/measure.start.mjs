import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { below } from './budgets.mjs';
import { ROOT } from './processes.mjs';
import { median } from './statistics.mjs';

/** Seconds from the start of a checkout's process, without npm, to the first response. */
export const firstAnswer = async (root, dataDir, port) => {
  const started = performance.now();
  const env = { ...process.env, DATA_DIR: dataDir, PORT: `${port}` };
  const program = ['infra/run.mjs', 'apps/annals/dist/main.js'];
  const child = spawn(process.execPath, program, { cwd: root, env, stdio: 'ignore' });
  const ended = once(child, 'exit');
  while (child.exitCode === null) {
    const answered = await fetch(`http://127.0.0.1:${port}/v1/customers`).catch(() => undefined);
    if (answered) break;
    await new Promise((again) => setTimeout(again, 10));
  }
  const seconds = (performance.now() - started) / 1000;
  if (child.exitCode !== null) throw new Error('Annals did not start.');
  child.kill('SIGTERM');
  await ended;
  return seconds;
};

export const startUp = {
  name: 'start',
  what: 'start to first response, empty data folder',
  budget: below(3, 's'),
  async run({ folder, quick, freePort }) {
    const times = [];
    for (let round = 0; round < (quick ? 3 : 5); round += 1)
      times.push(await firstAnswer(ROOT, folder(), await freePort()));
    return { value: median(times), notes: [`the slowest of ${times.length} ${Math.max(...times).toFixed(2)} s`] };
  },
};
