import type { Configuration } from '@annals/configuration';
import { MappingError } from '@annals/importing';
import { importProblems, ImportWorkers, type ImportWork, type WorkDone, type WorkOptions } from '@annals/imports';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { revived } from '../thread-errors.js';
import type { Told } from './told.js';

const PROGRAM = new URL('./entry.js', import.meta.url);
const HEAP = 256; // MiB of a thread

/** Carries out imports in threads with their own connections and memory, so that requests do not wait for them. */
export class ImportThreads extends ImportWorkers {
  constructor(
    private readonly settings: Configuration,
    private readonly program = PROGRAM,
    private readonly heap = HEAP,
  ) {
    super();
  }

  async carryOut(work: ImportWork, { signal, told }: WorkOptions): Promise<WorkDone> {
    const worker = new Worker(this.program, {
      workerData: { work, settings: { ...this.settings } },
      resourceLimits: { maxOldGenerationSizeMb: this.heap },
    });
    const interrupt = () => worker.postMessage('interrupt');
    signal.addEventListener('abort', interrupt);
    if (signal.aborted) interrupt();
    const ended = once(worker, 'exit');
    try {
      return await resultOf(worker, told);
    } finally {
      signal.removeEventListener('abort', interrupt);
      await ended.catch(() => undefined);
    }
  }
}

const resultOf = (worker: Worker, told: WorkOptions['told']): Promise<WorkDone> => {
  const { promise, resolve, reject } = Promise.withResolvers<WorkDone>();
  worker.on('message', ({ reached, done, failed }: Told) => {
    if (reached) told(reached);
    if (done) resolve(done);
    if (failed) reject(errorIn(failed));
  });
  worker.on('error', (error: NodeJS.ErrnoException) =>
    reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? importProblems.problem('ImportTooLarge') : error),
  );
  worker.on('exit', (code) => reject(new Error(`The thread of an import ended with ${code}.`)));
  return promise;
};

const errorIn = ({ mapping, problem, error }: NonNullable<Told['failed']>): Error => {
  if (mapping) return new MappingError(mapping);
  if (problem) return importProblems.again(problem.code, problem.details);
  return revived(error!);
};
