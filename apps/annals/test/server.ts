import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const main = `${import.meta.dirname}/../dist/main.js`;

type Environment = Readonly<Record<string, string>>;

/** How a process ended: one of the two is set. */
export type End = { readonly code: number | null; readonly signal: NodeJS.Signals | null };

/** The built product in a child process, on a free port. */
export class Server {
  private static readonly running = new Set<Server>();

  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
    /** The first administrator's password, printed until it is used. */
    readonly oneTimePassword: string | undefined,
    /** Its output before it was ready. */
    readonly printed: string,
    private readonly errors: readonly string[],
  ) {
    Server.running.add(this);
  }

  /** Throws an error with its output if it ends before it is ready. */
  static async start(dataDir: string, args: readonly string[] = [], environment: Environment = {}): Promise<Server> {
    const env = { ...process.env, DATA_DIR: dataDir, PORT: '0', NODE_OPTIONS: '', ...environment };
    const child = spawn(process.execPath, [main, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const printed: string[] = [];
    const errors: string[] = [];
    child.stderr.on('data', (chunk: Buffer) => [printed, errors].map((texts) => texts.push(chunk.toString())));
    let ready = false;
    for await (const line of createInterface(child.stdout)) {
      printed.push(`${line}\n`);
      ready = line.includes('$URL/v1/customers'); // the last line to try
      if (ready) break;
    }
    const all = printed.join('');
    if (!ready) throw new Error(`Annals did not start:\n${all}`);
    child.stdout.resume();
    const [url, password] = [/(https?:\/\/\S+:\d+)\/docs/, /one-time password: (\S+)/].map((is) => is.exec(all)?.[1]);
    return new Server(child, url!, password, all, errors);
  }

  get pid() {
    return this.child.pid!;
  }

  /** Its standard error so far. */
  get complaints() {
    return this.errors.join('');
  }

  /** For `afterAll`. */
  static async killAll() {
    await Promise.all([...Server.running].map((server) => server.kill()));
  }

  /** Like a power cut: no work is finished. */
  kill() {
    return this.ended('SIGKILL');
  }

  stop() {
    return this.ended('SIGTERM');
  }

  private async ended(by: 'SIGKILL' | 'SIGTERM'): Promise<End> {
    const { child } = this;
    Server.running.delete(this);
    if (child.exitCode === null && child.signalCode === null) {
      child.kill(by);
      await once(child, 'exit');
    }
    return { code: child.exitCode, signal: child.signalCode };
  }
}
