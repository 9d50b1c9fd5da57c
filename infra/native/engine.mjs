import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/**
 * Runs an engine in a child process, which ends with this one. `begin` starts it in a folder, with a given port at restarts;
 * `ready` returns its port as soon as it is ready. Without a folder its data are deleted when it is stopped.
 * With `later`, the port, it is only started by `restart`. `kill` is kill -9, `quit` SIGTERM; `restart` starts the engine again at the same port. `freeze` holds it up until `thaw`.
 */
export const startEngine = async ({ name, folder, begin, ready, later }) => {
  const home = folder ?? mkdtempSync(join(tmpdir(), `annals-${name}-`));
  mkdirSync(home, { recursive: true });
  let child;
  let port = later;
  const launch = async () => {
    child = await begin(home, port);
    port = await ready(child);
  };
  const end = async (signal) => {
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  };
  const killWithUs = () => child?.kill('SIGKILL');
  process.once('exit', killWithUs);
  if (later === undefined) await launch();
  return {
    port,
    kill: () => end('SIGKILL'),
    quit: () => end('SIGTERM'),
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
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

/** The last error output of a process, for when it has ended. */
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

/** Runs an engine until a signal if its file is the main program. Callers do not await it, so that tests can load the file. */
export const byHand = async (file, start) => {
  if (process.argv[1] !== file) return; // import.meta.main does not exist in older versions of Node
  const engine = await start({ folder: process.argv[2] });
  console.log(engine.url ?? engine.brokers);
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => void engine.stop().then(() => process.exit(0)));
};
