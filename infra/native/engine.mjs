import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/**
 * Runs an engine in a process of its own, which ends with this one. `begin` starts it in a folder, at a port from the second
 * time on; `ready` answers with its port as soon as it can be used. Without a folder its data goes when it is stopped.
 * `kill` is kill -9; `restart` starts what was stopped or killed, too, at the same port.
 */
export const startEngine = async ({ name, folder, begin, ready }) => {
  const home = folder ?? mkdtempSync(join(tmpdir(), `annals-${name}-`));
  mkdirSync(home, { recursive: true });
  let child;
  let port;
  const launch = async () => {
    child = await begin(home, port);
    port = await ready(child);
  };
  const end = async (signal) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  };
  const killWithUs = () => child?.kill('SIGKILL');
  process.once('exit', killWithUs);
  await launch();
  return {
    port,
    kill: () => end('SIGKILL'),
    async restart() {
      await end('SIGTERM');
      await launch();
    },
    async stop() {
      await end('SIGTERM');
      process.removeListener('exit', killWithUs);
      if (folder === undefined) rmSync(home, { recursive: true, force: true });
    },
  };
};

/** What a process has complained of last, to be asked when it has ended. */
export const complaintsOf = (child) => {
  let said = '';
  child.stderr.on('data', (chunk) => (said = (said + chunk).slice(-4_000)));
  return () => said;
};

/** The port that a process prints; rejects if it ends instead. */
export const printedPort = (child, what, pattern) =>
  new Promise((resolve, reject) => {
    const complaints = complaintsOf(child);
    child.on('error', reject);
    child.on('exit', (code, signal) => reject(new Error(`${what} ended (${code ?? signal}):\n${complaints()}`)));
    createInterface(child.stdout).on('line', (line) => {
      const port = pattern.exec(line)?.[1];
      if (port !== undefined) resolve(Number(port));
    });
  });

/** Runs an engine until a signal comes, if its file is the program. Not awaited there, or tests could not load the file. */
export const byHand = async (file, start) => {
  if (process.argv[1] !== file) return; // not import.meta.main, which an older Node does not have
  const engine = await start({ folder: process.argv[2] });
  console.log(engine.url ?? engine.brokers);
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => void engine.stop().then(() => process.exit(0)));
};
