import { Configuration } from '@annals/configuration';
import { EventStore, type Language } from '@annals/event-sourcing';
import {
  importFiles,
  noteRun,
  type ImportOptions,
  type ImportStores,
  type Progress,
  type Summary,
} from '@annals/importing';
import { CATALOGUE, type Catalogue } from '@annals/slice';
import type { INestApplicationContext } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { basename } from 'node:path';
import { executorOf, type Sender } from '../executor.js';
import { reviewOf, type Carried } from '../step-review.js';

/** The files to import, and where the progress and the rows that cannot be imported are kept. */
export type ImportJob = Pick<ImportOptions, 'mapping' | 'files'> & { readonly stores: ImportStores };

export type LoadOptions = {
  readonly by: Sender;
  readonly dryRun?: boolean;
  /** Whether rows that differ from what an earlier import stored change it. */
  readonly update?: boolean;
  readonly carried?: Carried;
  readonly signal?: AbortSignal;
  readonly language?: Language;
  readonly progress?: (progress: Progress) => void;
};

/** Imports files through the commands of the application, and notes what became of them. A dry run needs an application of a trial engine. */
export const load = async (
  app: INestApplicationContext,
  job: ImportJob,
  { by, dryRun = false, update = false, carried, ...options }: LoadOptions,
): Promise<Summary> => {
  const [bus, log, catalogue] = [app.get(CommandBus), app.get(EventStore), app.get<Catalogue>(CATALOGUE)];
  const executor = executorOf(bus, log, catalogue, { ...by, cause: job.stores.job }, update ? 'update' : 'compare');
  if (!dryRun) await began(job);
  const summary = await importFiles({
    ...executor,
    check: executor.execute, // the engine of a dry run stores nothing
    review: reviewOf(catalogue, carried),
    ...job,
    ...pacedFor(app.get(Configuration)),
    ...options,
    dryRun,
  });
  if (!dryRun) await ended(job, summary);
  return summary;
};

const UNDER_WAY = 64; // commands, of which a server answers each in time

/** How many commands are under way at once; by default as many as the importer sends to a log on this machine. */
export const pacedFor = ({ eventStoreUrl }: Configuration) =>
  eventStoreUrl === undefined ? {} : { inFlight: UNDER_WAY };

const began = ({ mapping, files, stores: { records, job } }: ImportJob) =>
  noteRun(records, job, ({ startedAt, finishedAt }) => ({
    mapping: mapping.name,
    files: Object.values(files).map((file) => basename(typeof file === 'string' ? file : file.name)),
    // An import that was stopped goes on.
    ...(startedAt !== '' && finishedAt === null ? {} : { startedAt: new Date().toISOString(), finishedAt: null }),
  }));

const ended = ({ stores: { records, job } }: ImportJob, { interrupted, rows, skipped, failed }: Summary) =>
  noteRun(records, job, () => ({
    ...{ rows: rows + skipped, failed, undo: null },
    finishedAt: interrupted ? null : new Date().toISOString(),
  }));
