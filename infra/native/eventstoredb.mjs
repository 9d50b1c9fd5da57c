// A server that speaks the protocol of EventStoreDB, over a file. Needs a build. By hand: node infra/native/eventstoredb.mjs [folder]
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const program = join(import.meta.dirname, '../../libs/testing/dist/eventstoredb/main.js');

/**
 * Without a folder its data goes when it is stopped; without a port it takes a free one, and keeps it over restarts.
 * `kill` is kill -9, and loses nothing that was acknowledged.
 */
export const startEventStoreDb = async ({ folder, port = 0 } = {}) => {
  const home = folder ?? mkdtempSync(join(tmpdir(), 'annals-eventstoredb-'));
  mkdirSync(home, { recursive: true });
  const launch = (at) => launched(['--enable-source-maps', program, `--file=${join(home, 'log.db')}`, `--port=${at}`]);

  let { child, url } = await launch(port);
  const killWithUs = () => child.kill('SIGKILL');
  process.once('exit', killWithUs);
  const end = async (signal) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  };
  return {
    url,
    kill: () => end('SIGKILL'),
    async restart() {
      await end('SIGTERM');
      ({ child } = await launch(new URL(url).port));
    },
    async stop() {
      await end('SIGTERM');
      process.removeListener('exit', killWithUs);
      if (folder === undefined) rmSync(home, { recursive: true, force: true });
    },
  };
};

const launched = (args) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk) => (said = (said + chunk).slice(-4_000)));
    child.on('error', reject);
    child.on('exit', (code, signal) =>
      reject(new Error(`The EventStoreDB server ended (${code ?? signal}):\n${said}`)),
    );
    createInterface(child.stdout).on('line', (url) => resolve({ child, url }));
  });

const byHand = async (folder) => {
  const server = await startEventStoreDb({ folder });
  console.log(server.url);
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => void server.stop().then(() => process.exit(0)));
};

// Not import.meta.main, which an older Node does not have.
if (process.argv[1] === import.meta.filename) void byHand(process.argv[2]);
