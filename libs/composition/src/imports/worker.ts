import { Configuration } from '@annals/configuration';
import { HttpProblem } from '@annals/http';
import { MappingError } from '@annals/importing';
import type { ImportWork } from '@annals/imports';
import { parentPort, workerData } from 'node:worker_threads';
import { told } from '../thread-errors.js';
import { goBehind } from '../thread-priority.js';
import type { Told } from './told.js';
import { carryOutWork } from './work.js';

const { work, settings } = workerData as { readonly work: ImportWork; readonly settings: Configuration };
const port = parentPort!;
const tell = (message: Told) => port.postMessage(message);
const interrupt = new AbortController();
port.on('message', () => interrupt.abort());
goBehind();

const failureOf = (error: unknown): NonNullable<Told['failed']> => {
  if (error instanceof MappingError) return { mapping: error.problems };
  if (error instanceof HttpProblem) return { problem: { code: error.code, details: error.details } };
  return { error: told(error) };
};

try {
  const signal = interrupt.signal;
  tell({
    done: await carryOutWork(new Configuration(settings), work, { signal, told: (reached) => tell({ reached }) }),
  });
} catch (error) {
  tell({ failed: failureOf(error) });
}
port.close();
