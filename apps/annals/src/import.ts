import { languageIn } from '@annals/configuration';
import { errorFileOf, formatSummary, importsWithErrors, type Summary } from '@annals/importing';
import { PolicyRunner, Projector } from '@annals/projecting';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { LEAN, PoliciesModule, ProgramModule, projectedLog, type Carried, type Engine } from '@annals/composition';
import { importJob, loadShowing } from './load.js';
import { displayProgress } from './progress.js';
import { settle } from './settle.js';
import { printable } from '@annals/text';
import { print } from './print.js';

export type ImportCommandOptions = {
  readonly dryRun?: boolean;
  readonly errors?: string;
  readonly update?: boolean;
  readonly organisation?: boolean;
};

/** `annals import`: imports the files, then brings the views up to date, whether or not Annals is running. The engine of a dry run is a trial. */
export const importFilesInto = async (
  engine: Engine,
  mappingPath: string,
  files: readonly string[],
  options: ImportCommandOptions,
): Promise<void> => {
  const { dryRun = false, errors, update = false } = options;
  const job = await importJob(engine, mappingPath, files);
  const app = await NestFactory.createApplicationContext(
    ProgramModule.with(engine, { modules: [PoliciesModule.atHand(engine.catalogue)] }),
    {
      logger: ['error', 'warn'],
      abortOnError: false,
    },
  );
  const interrupt = new AbortController();
  // Not `once`: a terminal sends it to this process and to its parent, which forwards it.
  process.on('SIGINT', () => interrupt.abort());

  const language = languageIn(process.env);
  const summary = await loadShowing(app, job, {
    dryRun,
    update,
    carried: carriedBy(options),
    signal: interrupt.signal,
    language,
  });
  const stored = dryRun ? undefined : `${job.stores.job}: annals import-errors ${job.stores.job}`;
  const listed = errors === undefined ? stored : await copyErrors(engine, job.stores.job, summary, errors);
  print(formatSummary(summary, listed, language));
  if (!dryRun && !summary.interrupted) await show(app, engine);
  process.exitCode = exitCodeOf(summary);
};

const carriedBy = ({ organisation = false }: ImportCommandOptions): Carried =>
  organisation ? 'all' : 'about-customers';

const exitCodeOf = ({ interrupted, failed, stopped }: Summary) => {
  if (interrupted) return 130;
  return failed > 0 || stopped ? 1 : 0;
};

/** Copies the error file of an import to a path, which is returned; without problems there is no file. */
const copyErrors = async ({ blobs }: Engine, job: string, { failed, warnings }: Summary, path: string) => {
  const content = failed + warnings > 0 ? await blobs.get(errorFileOf(job)) : undefined;
  if (content) await pipeline(content, createWriteStream(path));
  else await rm(path, { force: true });
  return path;
};

/** `annals import-errors`: prints the error file of an import, or the names of those that have one. */
export const showImportErrors = async ({ blobs }: Engine, job?: string): Promise<void> => {
  if (job === undefined) return print((await importsWithErrors(blobs)).join('\n') || 'No import has an error file.');
  const content = await blobs.get(errorFileOf(job));
  if (!content) throw new Error(`The import ${job} has no error file.`);
  const decoder = new TextDecoder();
  const shown = (chunk: Uint8Array) =>
    process.stdout.isTTY ? printable(decoder.decode(chunk, { stream: true })) : chunk;
  for await (const chunk of content) process.stdout.write(shown(chunk));
};

const BATCH = 500; // events, because those of a batch are in memory together with what they change

/** Brings the views up to date. A running Annals may project at the same time; writes of both are guarded. */
export const show = async (app: INestApplicationContext, engine: Engine) => {
  const projector = new Projector(projectedLog(engine), engine.documents, engine.catalogue.views, {
    cached: LEAN.documents,
    batch: BATCH,
  });
  await projector.start();
  const display = displayProgress('Views ');
  try {
    await settle(engine, projector, app.get(PolicyRunner), display);
  } finally {
    display.end();
    await projector.stop();
  }
};
