import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';

/** Returns at a random moment, at most this number of milliseconds from now. */
export const anyMoment = (within: number) => delay(Math.random() * within);

/** Runs a program of `bin` with a task in JSON. Requires a build. */
export class OwnProcess {
  private readonly child: ChildProcess;
  private readonly exited: Promise<unknown>;
  private said = '';

  constructor(program: 'gateway' | 'relay', told: object) {
    const script = `${import.meta.dirname}/bin/${program}.mjs`;
    this.child = fork(script, [JSON.stringify(told)], { execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    this.child.stderr!.on('data', (chunk: Buffer) => (this.said += String(chunk)));
    this.exited = once(this.child, 'exit');
  }

  get isDead(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** Throws with the output of the program if it ended before. */
  async started() {
    await Promise.race([once(this.child, 'message'), this.exited]);
    if (this.isDead) throw new Error(this.said);
  }

  async end(signal: 'SIGKILL' | 'SIGTERM') {
    this.child.kill(signal);
    await this.exited;
  }

  sleep() {
    this.child.kill('SIGSTOP');
  }

  wake() {
    this.child.kill('SIGCONT');
  }
}
