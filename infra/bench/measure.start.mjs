import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { below } from './budgets.mjs';
import { stories, write } from './events.mjs';
import { PRODUCT, ROOT, Server } from './processes.mjs';
import { interleaved, median, ratioOf } from './statistics.mjs';

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
  budget: below(2, 's'),
  async run({ folder, quick, freePort }) {
    const times = [];
    for (let round = 0; round < (quick ? 3 : 5); round += 1)
      times.push(await firstAnswer(ROOT, folder(), await freePort()));
    return { value: median(times), notes: [`the slowest of ${times.length} ${Math.max(...times).toFixed(2)} s`] };
  },
};

/** Seconds of processor time from the start of a server until it listens. */
export const listening = async (dataDir, program = PRODUCT) => {
  const server = await Server.start(dataDir, program);
  const seconds = server.processorTime() / 1000;
  await server.stop();
  return seconds;
};

export const startCost = {
  name: 'start-cost',
  what: 'processor time of a start on an empty data folder, beside NestJS without routes',
  budget: below(6, '×'),
  async run({ folder, quick }) {
    const empty = `${import.meta.dirname}/peer.empty.mjs`;
    const { ours, theirs } = await interleaved(quick ? 3 : 9, {
      ours: () => listening(folder()),
      theirs: () => listening(folder(), empty),
    });
    const [first, then] = [ours, theirs].map((seconds) => median(seconds).toFixed(2));
    return { value: ratioOf(ours, theirs), notes: [`${first} s of processor time, against ${then} s`] };
  },
};

const EVENTS = 10_000;

/** A data folder whose views have read the whole log. */
const settled = async (dataDir, events) => {
  await write(dataDir, stories(events));
  const server = await (await Server.start(dataDir)).signIn();
  await server.settled();
  await server.stop();
  return dataDir;
};

export const startGrowth = {
  name: 'start-growth',
  what: 'start to first response with a log of a hundred times as many events',
  budget: below(1.2, '×'),
  async run({ folder, quick, freePort }) {
    const times = quick ? 5 : 100;
    const [young, old] = [await settled(folder(), EVENTS), await settled(folder(), times * EVENTS)];
    const start = async (dataDir) => firstAnswer(ROOT, dataDir, await freePort());
    const results = await interleaved(quick ? 3 : 5, { young: () => start(young), old: () => start(old) });
    const [first, then] = [results.young, results.old].map((seconds) => median(seconds).toFixed(2));
    return {
      value: ratioOf(results.old, results.young),
      notes: [`${first} s with 10,000 events, ${then} s with ${times} times as many`],
    };
  },
};

/** Seconds of processor time of a program. */
const costOf = async (program, dataDir) => {
  const cost = ['--import', `${import.meta.dirname}/cost.mjs`];
  const child = spawn(process.execPath, [...cost, '--enable-source-maps', ...program], {
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
  });
  let printed = '';
  child.stdio[3].on('data', (chunk) => (printed += chunk));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${program.join(' ')} ended with ${code}.`);
  return Number(printed) / 1_000_000;
};

export const statusCost = {
  name: 'status',
  what: 'processor time of `annals status`',
  budget: below(1, 's'),
  async run({ folder, quick }) {
    const dataDir = await settled(folder(), EVENTS);
    const { status, node } = await interleaved(quick ? 3 : 9, {
      status: () => costOf([`${ROOT}/apps/annals/dist/cli.js`, 'status'], dataDir),
      node: () => costOf(['--eval', '0'], dataDir),
    });
    const [highest, bare] = [Math.max(...status), median(node)].map((seconds) => seconds.toFixed(2));
    return { value: median(status), notes: [`the highest of ${status.length} ${highest} s; Node alone ${bare} s`] };
  },
};
