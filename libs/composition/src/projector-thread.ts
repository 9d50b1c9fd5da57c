import { ProjectionRunner, status, type AnyProjection, type RebuildOptions, type Rebuilt } from '@annals/projecting';
import { AskedPositions, HeardPositions, type Positions, type Progress, type ViewStatus } from '@annals/projecting';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Engine } from './engine.js';
import { revived } from './thread-errors.js';
import type { Request, Job, Reply } from './projector-worker.js';

const PROGRAM = new URL('./projector-entry.js', import.meta.url);

/** Milliseconds in which the thread says how it is, and in which it ends. */
export type ThreadLimits = { readonly answer: number; readonly end: number };

const LIMITS: ThreadLimits = { answer: 4_000, end: 4_000 };

/**
 * Keeps the views up to date in a worker thread with separate connections, so that requests do not wait for projections;
 * each rebuild gets another thread. A thread that fails ends the process, because views would no longer be updated.
 */
export class ProjectorThread extends ProjectionRunner {
  readonly positions: Positions;
  readonly passedOver = async () => (await this.thread!.ask('passedOver')) as number;
  readonly projections: readonly AnyProjection[];
  private readonly hurry = () => void this.thread?.ask('hurry');
  private readonly heard = new HeardPositions(undefined, this.hurry);
  private thread: Thread | undefined;

  /** With `shared`, other processes may share or take over the work; see `LanedProjector`. */
  constructor(
    private readonly engine: Pick<Engine, 'configuration' | 'log' | 'documents' | 'catalogue'>,
    private readonly shared = false,
    private readonly program = PROGRAM,
    private readonly limits = LIMITS,
  ) {
    super();
    this.projections = engine.catalogue.views;
    this.positions = shared ? new AskedPositions(engine.documents, this.hurry) : this.heard;
  }

  /** Loads the thread's program while the process is still being put together, so that `start` takes less time. */
  begun(): this {
    this.thread ??= this.open({ kind: 'project', shared: this.shared });
    return this;
  }

  async start() {
    this.thread = this.begun().thread!;
    this.thread.heard = ({ moved }) => moved?.forEach(([view, position]) => this.heard.moved(view, position));
    await this.thread.ask('start');
  }

  async stop() {
    await this.thread?.end(this.limits.end);
    this.thread = undefined;
  }

  /** As the thread answers; from the stores alone if it does not answer in time, or knows no more than they do. */
  async status(): Promise<readonly ViewStatus[]> {
    const { log, documents } = this.engine;
    if (this.shared) return status(log, documents, this.projections);
    const answered = new AbortController();
    const answer = this.thread?.ask('status') as Promise<readonly ViewStatus[]> | undefined;
    const late = delay(this.limits.answer, undefined, { ref: false, signal: answered.signal }).catch(() => undefined);
    try {
      return (await Promise.race([answer, late])) ?? (await status(log, documents, this.projections));
    } finally {
      answered.abort();
    }
  }

  async rebuild({ name: view }: AnyProjection, { onProgress, signal, ...options }: RebuildOptions = {}) {
    signal?.throwIfAborted();
    const thread = this.open({ kind: 'rebuild', view, options });
    const abort = () => void thread.ask('abort');
    thread.heard = ({ progress }) => void (progress && onProgress?.(progress));
    signal?.addEventListener('abort', abort);
    try {
      return (await thread.ask('start')) as Rebuilt;
    } finally {
      signal?.removeEventListener('abort', abort);
      await thread.end();
    }
  }

  private open(job: Job) {
    return new Thread(
      new Worker(this.program, { workerData: { job, configuration: { ...this.engine.configuration } } }),
    );
  }
}

type Answer = ReturnType<typeof Promise.withResolvers<unknown>>;

/** Requests to a worker, its responses, and its notifications. */
class Thread {
  heard: (told: { moved?: Reply['moved']; progress?: Progress | undefined }) => void = () => undefined;
  private readonly waiting = new Map<number, Answer>();
  private asked = 0;
  private isEnding = false;

  constructor(private readonly worker: Worker) {
    worker.on('message', (told: Reply) => this.take(told));
    worker.on('exit', (code) => {
      if (!this.isEnding) throw new Error(`The projector's thread ended with ${code}.`);
    });
  }

  ask(question: Request['question']): Promise<unknown> {
    const id = (this.asked += 1);
    const answer = Promise.withResolvers<unknown>();
    this.waiting.set(id, answer);
    this.worker.postMessage({ id, question } satisfies Request);
    return answer.promise;
  }

  /** Returns when the thread has finished the work in progress, which is ended by force after `within` milliseconds. */
  async end(within = Infinity) {
    this.isEnding = true;
    const ended = once(this.worker, 'exit');
    this.worker.postMessage({ id: 0, question: 'stop' } satisfies Request);
    const timer = Number.isFinite(within) && setTimeout(() => void this.worker.terminate(), within);
    await ended;
    if (timer) clearTimeout(timer);
  }

  private take({ answer, ...unasked }: Reply) {
    if (!answer) return this.heard(unasked);
    const asked = this.waiting.get(answer.id);
    this.waiting.delete(answer.id);
    if (answer.error) asked?.reject(revived(answer.error));
    else asked?.resolve(answer.value);
  }
}
