import type { Configuration } from '@annals/configuration';
import { addressIn, engineFaultIn } from '@annals/event-sourcing';
import { setTimeout as delay } from 'node:timers/promises';
import type { Stores } from './stores.js';

/** Milliseconds. `say` receives a line for the operator if a store does not answer `soon`, and one every `often`. */
export type Waiting = {
  readonly patience?: number;
  readonly soon?: number;
  readonly often?: number;
  readonly again?: number;
  readonly say?: (line: string) => void;
};

const DEFAULTS = { patience: Infinity, soon: 2_000, often: 60_000, again: 500, say: console.error };

type Urls = Pick<Configuration, 'eventStoreUrl' | 'readStoreUrl'>;

/**
 * Waits until the servers of the stores answer, so that engines and processes may start in any order, any time apart. Throws when a
 * server refuses, since waiting cannot help, and after `patience`, which has no end by default.
 */
export const reached = async (
  { log, documents }: Pick<Stores, 'log' | 'documents'>,
  { eventStoreUrl, readStoreUrl }: Urls,
  waiting: Waiting = {},
): Promise<void> => {
  await Promise.all([
    eventStoreUrl && answer('EVENT_STORE_URL', eventStoreUrl, () => log.head(), waiting),
    readStoreUrl && answer('READ_STORE_URL', readStoreUrl, () => documents.collections(), waiting),
  ]);
};

const answer = async (variable: string, url: string, ask: () => Promise<unknown>, waiting: Waiting) => {
  const { patience, soon, often, again, say } = { ...DEFAULTS, ...waiting };
  const server = `${addressIn(url) ?? 'The server'} (${variable})`;
  const what = `${server} does not answer`;
  const tell = () => {
    say(`${what}; Annals waits for it.`);
    timer = setTimeout(tell, often);
  };
  let timer = setTimeout(tell, soon);
  const end = performance.now() + patience;
  try {
    await untilItAnswers(ask, end, again);
  } catch (error) {
    throw new Error(refusalOf(error, server) ?? `${what}: ${messageOf(error)}`, { cause: error });
  } finally {
    clearTimeout(timer);
  }
};

const refusalOf = (error: unknown, server: string) => {
  const fault = engineFaultIn(error);
  return fault?.isFinal ? `${server}: ${fault.report.meaning}.` : undefined;
};

const untilItAnswers = async (ask: () => Promise<unknown>, end: number, again: number) => {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (performance.now() > end || engineFaultIn(error)?.isFinal) throw error;
      await delay(again);
    }
  }
};

const messageOf = (error: unknown) => (error instanceof Error && error.message ? error.message : String(error));
