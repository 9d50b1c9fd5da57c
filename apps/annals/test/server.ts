import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const main = `${import.meta.dirname}/../dist/main.js`;

/** The built product as a process of its own, on a free port. */
export class Server {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
    /** The first administrator's, printed only by the very first start on a folder. */
    readonly oneTimePassword: string | undefined,
  ) {}

  static async start(dataDir: string, args: readonly string[] = []): Promise<Server> {
    const env = { ...process.env, DATA_DIR: dataDir, PORT: '0', NODE_OPTIONS: '' };
    const child = spawn(process.execPath, [main, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const printed: string[] = [];
    child.stderr.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
    const found = (pattern: RegExp) => pattern.exec(printed.join('\n'))?.[1];
    for await (const line of createInterface(child.stdout)) {
      printed.push(line);
      if (!line.includes('Try next')) continue;
      child.stdout.resume();
      return new Server(child, found(/(http:\/\/127\.0\.0\.1:\d+)\/docs/)!, found(/one-time password: (\S+)/));
    }
    throw new Error(`Annals did not start:\n${printed.join('\n')}`);
  }

  /** As a power cut would: nothing gets a chance to finish. */
  async kill() {
    this.child.kill('SIGKILL');
    await this.ended();
  }

  async stop() {
    this.child.kill('SIGTERM');
    await this.ended();
  }

  private async ended() {
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, 'exit');
  }
}
