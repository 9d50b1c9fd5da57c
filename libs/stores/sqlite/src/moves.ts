import type { Database, Statement } from 'better-sqlite3';
import { EventEmitter, once } from 'node:events';
import { resolve } from 'node:path';
import { BroadcastChannel } from 'node:worker_threads';

const LOOK = 25; // ms

/**
 * Wakes those who wait for new events, whoever appends them: threads of this process tell each other, and of other
 * processes the file tells, which is looked at only while somebody waits.
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

  /** Until somebody appended or `signal` aborts; may be early. */
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

  // It changes with every commit of another connection, so one that came between two waits is seen, too.
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
