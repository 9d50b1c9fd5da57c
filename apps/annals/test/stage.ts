import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { Server } from './server.js';
import { startedIn } from './started.js';

export const root = resolve(import.meta.dirname, '../../..');

type Environment = Readonly<Record<string, string>>;

/** A finished program: its exit code, `null` if a signal ended it, and what it printed. */
export type Finished = { readonly code: number | null; readonly out: string; readonly err: string };

/** The environment of one test file: the built product and a data folder, which is removed at the end. */
export const stage = () => {
  const folder = mkdtempSync(join(tmpdir(), 'annals-app-'));
  const children = new Set<ChildProcess>();

  beforeAll(() => {
    const { status, stderr } = spawnSync(process.execPath, ['infra/build.mjs'], { cwd: root });
    if (status !== 0) throw new Error(stderr.toString());
  });
  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL');
    await Server.killAll();
    rmSync(folder, { recursive: true });
  });

  const begin = (program: string, args: readonly string[], environment: Environment = {}) => {
    const env = { ...process.env, DATA_DIR: folder, PORT: '0', NODE_OPTIONS: '', ...environment };
    const child = spawn(program, args, { cwd: root, env, stdio: 'pipe' });
    children.add(child);
    const printed = Promise.all([text(child.stdout), text(child.stderr)]);
    const finished = once(child, 'exit').then(async ([code]: unknown[]): Promise<Finished> => {
      children.delete(child);
      const [out, err] = await printed;
      return { code: code as number | null, out, err };
    });
    return { child, finished };
  };
  const beginAnnals = (args: readonly string[], environment?: Environment) =>
    begin(process.execPath, ['apps/annals/dist/cli.js', ...args], environment);

  return {
    folder,
    /** Starts a program. `finished` resolves when the program and all its children have ended. */
    begin,
    run: (program: string, args: readonly string[], environment?: Environment) =>
      begin(program, args, environment).finished,
    /** Runs the lines of a page in a shell without settings; ends with the first line that fails. */
    runLines: (script: string, environment?: Environment) =>
      begin('bash', ['--norc', '-euo', 'pipefail', '-c', script], environment).finished,
    /** Starts `annals <args>` on the folder. */
    beginAnnals,
    annals: (args: readonly string[], environment?: Environment) => beginAnnals(args, environment).finished,
    /** A server on the folder, and a client that has claimed the administrator's account or signs in again. */
    open: (args: readonly string[] = []) => startedIn(folder, args),
  };
};
