import type { Database, Statement } from 'better-sqlite3';
import { EventEmitter, once } from 'node:events';
import { resolve } from 'node:path';
import { BroadcastChannel } from 'node:worker_threads';

const LOOK = 25; // ms

/**
 * Wakes waiters for new events. Threads of this process notify each other; appends of other processes are detected by
 * polling the file while there are waiters.
 */
export class Moves {
  private readonly emitter = new EventEmitter().setMaxListeners(0);
  private readonly dataVersion: Statement<[], number>;
  private readonly threads: BroadcastChannel;
  private seen: number | undefined;
  private waiting = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(database: Database) {
    this.dataVersion = database.prepare<[], number>('PRAGMA data_version').pluck();
    this.seen = this.dataVersion.get();
    this.threads = new BroadcastChannel(`annals log ${resolve(database.name)}`);
    this.threads.onmessage = () => this.wake();
    this.threads.unref();
  }

  announce() {
    this.wake();
    this.threads.postMessage(null);
  }

  close() {
    this.wake();
    this.threads.close();
  }

  /** Waits until events were appended or `signal` aborts; may return early. */
  async next(signal: AbortSignal): Promise<void> {
    if (this.waiting++ === 0) this.timer = setInterval(() => this.look(), LOOK).unref();
    try {
      await once(this.emitter, 'move', { signal });
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      if (--this.waiting === 0) clearInterval(this.timer);
    }
  }

  private wake() {
    this.emitter.emit('move');
  }

  // It changes with every commit of another connection, so a commit between two waits is also noticed.
  private look() {
    try {
      const version = this.dataVersion.get();
      if (version !== this.seen) this.wake();
      this.seen = version;
    } catch (error) {
      this.emitter.emit('error', error);
    }
  }
}
