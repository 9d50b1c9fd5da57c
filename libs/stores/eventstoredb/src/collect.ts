import type { StreamingRead } from '@eventstore/db-client';
import { NoAnswer } from './failures.js';

/** The result of a read. Throws `NoAnswer` when nothing arrives for `silence` milliseconds. */
export const collect = async <T>(reading: StreamingRead<T>, silence: number): Promise<T[]> => {
  const items: T[] = [];
  const done = Promise.withResolvers<void>();
  const timer = setTimeout(() => done.reject(new NoAnswer(silence)), silence);
  reading.on('data', (item) => {
    timer.refresh();
    items.push(item);
  });
  // The listener remains: a later error without a listener would end the process.
  reading.on('end', done.resolve).on('error', done.reject);
  try {
    await done.promise;
    return items;
  } catch (error) {
    void reading.cancel().catch(() => undefined);
    throw error;
  } finally {
    clearTimeout(timer);
  }
};
