// A server that speaks MongoDB's protocol and keeps its data in a file. By hand: node infra/native/mongo.mjs [folder]
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { classPathOf, findJava } from './java.mjs';

const VERSION = '1.47.0';
const NEEDS = ['mongo-java-server', 'mongo-java-server-h2-backend'].map((name) => `de.bwaldvogel:${name}:${VERSION}`);
const launcher = join(import.meta.dirname, 'MongoLauncher.java');

/**
 * Without a folder its data goes when it is stopped; without a port it takes a free one, and keeps it over restarts.
 * `kill` is kill -9 and takes the last second or two of what was acknowledged with it; `stop` and `restart` lose nothing
 * of a server that runs. It ends with the process that has started it. With `replicaSet` drivers find a replica set of one
 * member, with sessions, which loses the answer to some writes.
 */
export const startMongo = async ({ folder, port = 0, replicaSet = false } = {}) => {
  const java = findJava();
  const classPath = classPathOf('mongo', NEEDS);
  const home = folder ?? mkdtempSync(join(tmpdir(), 'annals-mongo-'));
  mkdirSync(home, { recursive: true });
  const kind = replicaSet ? ['replica-set'] : [];
  const launch = (at) =>
    launched(java, ['-Xmx384m', '-cp', classPath, launcher, join(home, 'mongo.h2'), String(at), ...kind]);

  let { child, port: taken } = await launch(port);
  const end = async (signal) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  };
  return {
    url: `mongodb://127.0.0.1:${taken}/annals`,
    kill: () => end('SIGKILL'),
    async restart() {
      await end('SIGTERM');
      ({ child } = await launch(taken));
    },
    async stop() {
      await end('SIGTERM');
      if (folder === undefined) rmSync(home, { recursive: true, force: true });
    },
  };
};

const launched = (java, args) =>
  new Promise((resolve, reject) => {
    const child = spawn(java, args, { stdio: 'pipe' });
    let said = '';
    child.stderr.on('data', (chunk) => (said = (said + chunk).slice(-4_000)));
    child.on('error', reject);
    child.on('exit', (code, signal) => reject(new Error(`The MongoDB server ended (${code ?? signal}):\n${said}`)));
    createInterface(child.stdout).on('line', (line) => {
      const port = /^listening on (\d+)$/.exec(line)?.[1];
      if (port !== undefined) resolve({ child, port: Number(port) });
    });
  });

const byHand = async (folder) => {
  const mongo = await startMongo({ folder });
  console.log(mongo.url);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void mongo.stop().then(() => process.exit(0)));
};

// Not import.meta.main, which an older Node does not have.
if (process.argv[1] === import.meta.filename) void byHand(process.argv[2]);
