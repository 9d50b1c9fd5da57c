import {
  bindFiles,
  importFiles,
  loadMapping,
  noteRun,
  type ImportOptions,
  type ImportStores,
  type Summary,
} from '@annals/importing';
import { IMPORTER } from '@annals/command-bus/handlers';
import { Configuration } from '@annals/configuration';
import { EventStore, type Language } from '@annals/event-sourcing';
import { CATALOGUE, type Catalogue } from '@annals/slice';
import type { INestApplicationContext } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { createHash } from 'node:crypto';
import { basename, resolve } from 'node:path';
import { executorOf, reviewOf, type Carried, type Engine } from '@annals/composition';
import { displayProgress } from './progress.js';

/** The files to import, and where the progress and the rows that cannot be imported are kept. */
export type ImportJob = Pick<ImportOptions, 'mapping' | 'files'> & { readonly stores: ImportStores };

const MOST = 100; // characters of the mapping's name

/** Throws `MappingError` if the mapping does not match the files. */
export const importJob = async (
  { records, blobs }: Engine,
  mappingPath: string,
  given: readonly string[],
): Promise<ImportJob> => {
  const mapping = await loadMapping(mappingPath);
  const files = bindFiles(mapping, mappingPath, given);
  const paths = Object.values(files).map((path) => resolve(path));
  const hash = createHash('sha256').update(paths.join('\n')).digest('hex').slice(0, 12);
  const job = `${mapping.name.slice(0, MOST)}-${hash}`;
  return { mapping, files, stores: { records, blobs, job } };
};

type LoadOptions = {
  readonly dryRun?: boolean;
  /** Whether rows that differ from what an earlier import stored change it. */
  readonly update?: boolean;
  readonly carried?: Carried;
  readonly signal?: AbortSignal;
  readonly language?: Language;
};

/** Imports files through the commands of the application and shows the progress. A dry run needs an application of a trial engine. */
export const load = async (
  app: INestApplicationContext,
  job: ImportJob,
  { dryRun = false, update = false, ...options }: LoadOptions = {},
): Promise<Summary> => {
  const { signal = new AbortController().signal, language = 'en' } = options;
  const display = displayProgress('Import');
  const count = (value: number) => Math.round(value).toLocaleString('en');
  try {
    const [bus, log, catalogue] = [app.get(CommandBus), app.get(EventStore), app.get<Catalogue>(CATALOGUE)];
    const by = { actor: IMPORTER, cause: job.stores.job };
    const executor = executorOf(bus, log, catalogue, by, treatmentOf(update));
    if (!dryRun) await began(job);
    const summary = await importFiles({
      ...executor,
      check: executor.execute, // the engine of a dry run stores nothing
      review: reviewOf(catalogue, options.carried),
      ...job,
      ...pacedFor(app.get(Configuration)),
      dryRun,
      signal,
      language,
      progress: ({ bytes, totalBytes, rows, rate }) =>
        display.show({ done: bytes, total: totalBytes, note: `${count(rows)} rows  ${count(rate)} rows/s` }),
    });
    if (!dryRun) await ended(job, summary);
    return summary;
  } finally {
    display.end();
  }
};

const UNDER_WAY = 64; // commands, of which a server answers each in time

/** How many commands are under way at once; by default as many as the importer sends to a log on this machine. */
export const pacedFor = ({ eventStoreUrl }: Configuration) =>
  eventStoreUrl === undefined ? {} : { inFlight: UNDER_WAY };

const began = ({ mapping, files, stores: { records, job } }: ImportJob) =>
  noteRun(records, job, ({ startedAt, finishedAt }) => ({
    mapping: mapping.name,
    files: Object.values(files).map((path) => basename(path)),
    // An import that was stopped goes on.
    ...(startedAt !== '' && finishedAt === null ? {} : { startedAt: new Date().toISOString(), finishedAt: null }),
  }));

const ended = ({ stores: { records, job } }: ImportJob, { interrupted, rows, skipped, failed }: Summary) =>
  noteRun(records, job, () => ({
    ...{ rows: rows + skipped, failed, undo: null },
    finishedAt: interrupted ? null : new Date().toISOString(),
  }));

const treatmentOf = (update: boolean) => (update ? 'update' : 'compare');
