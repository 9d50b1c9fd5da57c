import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { root } from '../stage.js';

export type Environment = Readonly<Record<string, string>>;

const GRACE = 45_000; // ms, as in infra/compose.yaml

/** One of the processes in `apps`; it keeps its port over restarts. */
export class Process {
  private static readonly all = new Set<Process>();
  private child: ChildProcess | undefined;
  private said = '';
  private saidBefore = '';
  private ending = false;
  /** The output of each run that ended without a signal. */
  readonly collapses: string[] = [];
  /** Called then. */
  onCollapse = () => {};
  answers: Promise<void> = Promise.resolve();
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
    this.launch();
    await this.answers;
    if (!this.runs) throw new Error(`${this.name} did not start:\n${this.said}`);
  }

  /** Starts it without waiting; `answers` resolves when it responds or has ended. */
  launch(): void {
    const env = {
      ...process.env,
      NODE_OPTIONS: '',
      ...this.environment,
      PORT: this.url ? new URL(this.url).port : '0',
    };
    const args = ['--enable-source-maps', `apps/${this.name}/dist/main.js`];
    const child = (this.child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'ignore', 'pipe'] }));
    this.saidBefore += this.said;
    this.said = '';
    this.ending = false;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.answers = promise;
    child.once('exit', () => {
      if (!this.ending) this.collapsed();
      resolve();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      this.said += String(chunk);
      const [line, url] = /answers at (http:\S+:\d+)\.\n/.exec(this.said) ?? [];
      if (line === undefined) return;
      this.url = url!;
      resolve();
    });
  }

  /** Its standard error since the last start. */
  get complaints() {
    return this.said;
  }

  /** Its standard error since the first start. */
  get history() {
    return this.saidBefore + this.said;
  }

  /** The first administrator's password, until it is used. */
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

  /** Returns when it has finished its work. Throws an error with its output if that takes longer than installations wait. */
  async stop() {
    const late = AbortSignal.timeout(GRACE);
    await this.end('SIGTERM', late).catch((error: unknown) => {
      throw late.aborted ? new Error(`${this.name} did not end within ${GRACE} ms of SIGTERM:\n${this.said}`) : error;
    });
  }

  /** Holds it up until `thaw`. */
  freeze() {
    this.child?.kill('SIGSTOP');
  }

  thaw() {
    this.child?.kill('SIGCONT');
  }

  private collapsed() {
    this.collapses.push(`${this.name} ended by itself:\n${this.said}`);
    this.onCollapse();
  }

  private async end(signal: 'SIGKILL' | 'SIGTERM', late?: AbortSignal) {
    if (!this.runs) return;
    const exited = once(this.child!, 'exit', late && { signal: late });
    this.ending = true;
    this.child!.kill(signal);
    await exited;
  }
}
