import { PoliciesModule, ProgramModule, undo, type Engine } from '@annals/composition';
import { IMPORTER } from '@annals/command-bus/handlers';
import { languageIn } from '@annals/configuration';
import { importRuns, undoResultOf } from '@annals/importing';
import type { KnownRun, UndoCounts } from '@annals/importing';
import { NestFactory } from '@nestjs/core';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { show } from './import.js';
import { print } from './print.js';

export type UndoCommandOptions = { readonly dryRun?: boolean; readonly result?: string };

/** `annals undo-import`: undoes what an import has stored. The engine of a dry run is a trial. */
export const undoImportOf = async (engine: Engine, job: string, options: UndoCommandOptions): Promise<void> => {
  const { dryRun = false, result } = options;
  const modules = { modules: [PoliciesModule.atHand(engine.catalogue)] };
  const app = await NestFactory.createApplicationContext(ProgramModule.with(engine, modules), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  const language = languageIn(process.env);
  const counts = await undo(app, { job, actor: IMPORTER, language, stores: engine, dryRun });
  if (counts.withdrawn + counts.changedBack + counts.kept === 0)
    throw new Error(`The import ${job} has stored nothing; "annals imports" lists those that have.`);
  if (result !== undefined) await pipeline((await engine.blobs.get(undoResultOf(job)))!, createWriteStream(result));
  print(summaryOf(job, counts, options));
  if (!dryRun) await show(app, engine);
};

const summaryOf = (job: string, { withdrawn, changedBack, kept }: UndoCounts, options: UndoCommandOptions) => {
  const count = (value: number) => value.toLocaleString('en');
  return [
    `${job}: ${options.dryRun ? 'would be undone' : 'undone'}`,
    `  ${count(withdrawn)} records withdrawn`,
    `  ${count(changedBack)} changes changed back`,
    `  ${count(kept)} kept, because edited since or for the reasons in the result`,
    ...(options.result === undefined ? [] : [`  The result for each record is in ${options.result}`]),
  ].join('\n');
};

/** `annals imports`: lists the imports, and what became of them. */
export const listImports = async ({ records }: Engine): Promise<void> => {
  const runs = await importRuns(records);
  print(runs.map(lineOf).join('\n') || 'Nothing was imported.');
};

const lineOf = ({ id, startedAt, finishedAt, rows, undo }: KnownRun) =>
  [
    id.padEnd(32),
    startedAt,
    finishedAt === null ? 'unfinished' : `${rows.toLocaleString('en')} rows`,
    ...(undo ? [undo.finishedAt === null ? 'undo unfinished' : `undone ${undo.finishedAt}, ${undo.kept} kept`] : []),
  ].join('  ');
