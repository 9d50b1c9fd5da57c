import type { Lease, LeaseStore } from '@annals/event-sourcing';
import { setTimeout as delay } from 'node:timers/promises';
import type { Reached, WorkOptions } from './import-work.js';
import type { Tasks } from './tasks.js';

type Options = {
  readonly tasks: Tasks;
  readonly leases: LeaseStore;
  readonly ttl: number;
  readonly note: number;
  /** Resolves when there may be something new, such as that the import is to be paused. */
  readonly woken: () => Promise<void>;
  readonly failed: (error: unknown) => void;
};

/**
 * Watches over the work on an import: notes its progress, renews its lease, and interrupts it when it is to be paused, when the process stops, or
 * when the lease is lost.
 */
export class Watch implements WorkOptions, AsyncDisposable {
  /** Another process has the lease. */
  isOver = false;
  isPaused = false;
  readonly signal: AbortSignal;
  private readonly interrupt = new AbortController();
  private readonly ended = new AbortController();
  private readonly watching: Promise<void>;
  private reached: Reached | undefined;
  private renewed = performance.now();

  constructor(
    private readonly importId: string,
    private readonly lease: Lease,
    stopping: AbortSignal,
    private readonly options: Options,
  ) {
    this.signal = AbortSignal.any([this.interrupt.signal, stopping]);
    this.watching = this.watch();
  }

  readonly told = (reached: Reached) => {
    this.reached = reached;
  };

  async [Symbol.asyncDispose]() {
    this.ended.abort();
    await this.watching;
  }

  private async watch() {
    const { note, ttl, woken, failed } = this.options;
    const { signal } = this.ended;
    while (!signal.aborted) {
      await Promise.race([woken(), delay(note, undefined, { signal, ref: false }).catch(() => undefined)]);
      try {
        if (!signal.aborted) await this.look();
      } catch (error) {
        failed(error);
        if (performance.now() - this.renewed > ttl) this.giveUp();
      }
    }
  }

  private async look() {
    const { tasks, leases, ttl } = this.options;
    if (performance.now() - this.renewed > ttl / 3) {
      if (!(await leases.renew(this.lease, ttl))) return this.giveUp();
      this.renewed = performance.now();
    }
    const { reached } = this;
    this.reached = undefined;
    const task = reached
      ? await tasks.change(this.importId, () => ({ progress: rounded(reached) }))
      : await tasks.find(this.importId);
    if (!task?.pausing) return;
    this.isPaused = true;
    this.interrupt.abort();
  }

  private giveUp() {
    this.isOver = true;
    this.interrupt.abort();
  }
}

const rounded = ({ rows, bytes, totalBytes, secondsLeft }: Reached) => ({
  ...{ rows, bytes: Math.round(bytes), totalBytes },
  secondsLeft: secondsLeft === undefined || !Number.isFinite(secondsLeft) ? null : Math.ceil(secondsLeft),
});
