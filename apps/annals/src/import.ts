import { languageIn } from '@annals/configuration';
import { formatSummary } from '@annals/importing';
import { PolicyRunner, Projector } from '@annals/projecting';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { PoliciesModule, ProgramModule, type Engine } from '@annals/composition';
import { importJob, load } from './load.js';
import { displayProgress } from './progress.js';
import { settle } from './settle.js';

type Options = { readonly dryRun?: boolean; readonly errors?: string };

/** `annals import`: imports the files, then brings the views up to date, whether or not Annals is running. */
export const importFilesInto = async (
  engine: Engine,
  mappingPath: string,
  files: readonly string[],
  { dryRun = false, errors }: Options,
): Promise<void> => {
  const job = await importJob(engine, mappingPath, files, errors);
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
  const summary = await load(app, job, { dryRun, signal: interrupt.signal, language });
  console.log(formatSummary(summary, job.errors, language));
  if (!dryRun && !summary.interrupted) await show(app, engine);
  if (summary.failed > 0) process.exitCode = 1;
  if (summary.interrupted) process.exitCode = 130;
};

/** A running Annals may project at the same time; writes of both are guarded. */
const show = async (app: INestApplicationContext, engine: Engine) => {
  const projector = new Projector(engine.log, engine.documents, engine.catalogue.views);
  await projector.start();
  const display = displayProgress('Views ');
  try {
    await settle(engine, projector, app.get(PolicyRunner), display);
  } finally {
    display.end();
    await projector.stop();
  }
};
