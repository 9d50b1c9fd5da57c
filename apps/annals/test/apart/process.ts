import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { root } from '../stage.js';

export type Environment = Readonly<Record<string, string>>;

/** One of the processes in `apps`; it keeps its port over restarts. */
export class Process {
  private static readonly all = new Set<Process>();
  private child: ChildProcess | undefined;
  private said = '';
  /** The address since the last start. */
  url = '';

  constructor(
    readonly name: string,
    private readonly environment: Environment,
  ) {
    Process.all.add(this);
  }

  /** For `afterAll`. */
  static async killAll() {
    await Promise.all([...Process.all].map((each) => each.kill()));
    Process.all.clear();
  }

  /** Returns when it responds. Throws an error with its output if it ends before. */
  async start(): Promise<void> {
    const env = {
      ...process.env,
      NODE_OPTIONS: '',
      ...this.environment,
      PORT: this.url ? new URL(this.url).port : '0',
    };
    const args = ['--enable-source-maps', `apps/${this.name}/dist/main.js`];
    const child = (this.child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'ignore', 'pipe'] }));
    const exited = once(child, 'exit');
    const { promise: answers, resolve } = Promise.withResolvers<void>();
    this.said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      this.said += String(chunk);
      const [line, url] = /answers at (http:\S+:\d+)\.\n/.exec(this.said) ?? [];
      if (line === undefined) return;
      this.url = url!;
      resolve();
    });
    await Promise.race([answers, exited]);
    if (!this.runs) throw new Error(`${this.name} did not start:\n${this.said}`);
  }

  /** Its standard error since the last start. */
  get complaints() {
    return this.said;
  }

  /** The first administrator's password, if this start created the account. */
  get oneTimePassword() {
    return /one-time password (\S+)\.\n/.exec(this.said)?.[1];
  }

  get runs() {
    return this.child?.exitCode === null && this.child.signalCode === null;
  }

  /** kill -9 */
  kill() {
    return this.end('SIGKILL');
  }

  /** Returns when it has finished its work. */
  stop() {
    return this.end('SIGTERM');
  }

  private async end(signal: 'SIGKILL' | 'SIGTERM') {
    if (!this.runs) return;
    const exited = once(this.child!, 'exit');
    this.child!.kill(signal);
    await exited;
  }
}
