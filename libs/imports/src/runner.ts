import type { Lease, LeaseStore } from '@annals/event-sourcing';
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { problemIn, resultOf } from './figures.js';
import type { ImportWorkers, WorkDone } from './import-work.js';
import { openTask, type Task } from './task.js';
import type { Tasks } from './tasks.js';
import { Watch } from './watch.js';

export type RunnerOptions = {
  /** Milliseconds after which the work of a process that no longer renews its lease goes on elsewhere. */
  readonly ttl: number;
  /** Milliseconds between two looks for work of other processes. */
  readonly wait: number;
  /** Milliseconds between two notes of the progress. */
  readonly note: number;
  readonly failed: (error: unknown) => void;
};

const AT_ONCE = 2; // imports of a process

/**
 * Works on the imports that users have started: each by one process at a time, under a lease. What a process leaves behind that is killed, another
 * one, or its successor, takes up again where it was, when the lease has expired.
 */
export class ImportRunner {
  private readonly stopping = new AbortController();
  private running: readonly Promise<void>[] = [];
  private woken = Promise.withResolvers<void>();

  constructor(
    private readonly tasks: Tasks,
    private readonly leases: LeaseStore,
    private readonly workers: ImportWorkers,
    private readonly options: RunnerOptions,
  ) {}

  start(): void {
    if (this.running.length === 0) this.running = Array.from({ length: AT_ONCE }, () => this.goOn());
  }

  /** Looks at once for work, and for work that is to be paused. */
  wake(): void {
    this.woken.resolve();
    this.woken = Promise.withResolvers<void>();
  }

  /** Returns when the work in progress has been interrupted; it goes on elsewhere, or later. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.wake();
    await Promise.all(this.running);
  }

  private async goOn(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const { promise: woken } = this.woken;
      try {
        for (const importId of await this.tasks.open()) if (!signal.aborted) await this.attempt(importId);
      } catch (error) {
        this.options.failed(error);
      }
      await Promise.race([woken, delay(this.options.wait, undefined, { signal, ref: false }).catch(() => undefined)]);
    }
  }

  private async attempt(importId: string): Promise<void> {
    const lease = await this.leases.lease(`import/${importId}`, randomUUID(), this.options.ttl);
    if (!lease) return;
    try {
      const task = await this.tasks.find(importId);
      if (task && openTask(task)) await this.work(importId, task, lease);
      else await this.tasks.close(importId);
    } finally {
      await this.leases.release(lease).catch(() => undefined); // it expires by itself
    }
  }

  private async work(importId: string, task: Task, lease: Lease): Promise<void> {
    if (task.pausing) return this.end(importId, { state: 'paused' });
    const { kind, by, language, source } = task;
    await this.tasks.change(importId, () => ({ state: 'running' }));
    await using watch = new Watch(importId, lease, this.stopping.signal, this.watching);
    const done = await this.carriedOut(this.workers.carryOut({ importId, kind, by, language, source }, watch));
    if (watch.isOver || done === undefined) return; // it goes on elsewhere, or later
    if ('problem' in done) return this.end(importId, { state: 'failed', ...done });
    const isInterrupted = 'summary' in done ? done.summary.interrupted : done.interrupted;
    if (!isInterrupted) return this.end(importId, { state: 'finished', ...resultOf(done) });
    if (watch.isPaused) await this.end(importId, { state: 'paused', ...resultOf(done) });
  }

  /** Without a result if it can be tried again. */
  private async carriedOut(work: Promise<WorkDone>): Promise<WorkDone | Pick<Task, 'problem'> | undefined> {
    try {
      return await work;
    } catch (error) {
      const problem = problemIn(error);
      if (problem) return { problem };
      this.options.failed(error);
      return undefined;
    }
  }

  private get watching() {
    return { ...this.options, tasks: this.tasks, leases: this.leases, woken: () => this.woken.promise };
  }

  private async end(importId: string, change: Partial<Task>) {
    await this.tasks.change(importId, () => ({ ...change, pausing: false, finishedAt: new Date().toISOString() }));
    await this.tasks.close(importId);
  }
}
