import { CATALOGUE, type Catalogue } from '@annals/slice';
import { PoliciesModule, ProgramModule, undoPortsOf, type Engine } from '@annals/composition';
import { IMPORTER } from '@annals/command-bus/handlers';
import { languageIn } from '@annals/configuration';
import { EventStore } from '@annals/event-sourcing';
import { counted, importRun, importRuns, noteRun, undoImport, undoResult, undoResultOf } from '@annals/importing';
import type { KnownRun, UndoCounts, Undone } from '@annals/importing';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { show } from './import.js';
import { print } from './print.js';

export type UndoCommandOptions = { readonly dryRun?: boolean; readonly result?: string };

const NONE: UndoCounts = { withdrawn: 0, changedBack: 0, kept: 0 };

/** `annals undo-import`: undoes what an import has stored. The engine of a dry run is a trial. */
export const undoImportOf = async (engine: Engine, job: string, options: UndoCommandOptions): Promise<void> => {
  const { dryRun = false, result } = options;
  const modules = { modules: [PoliciesModule.atHand(engine.catalogue)] };
  const app = await NestFactory.createApplicationContext(ProgramModule.with(engine, modules), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  const [bus, log, catalogue] = [app.get(CommandBus), app.get(EventStore), app.get<Catalogue>(CATALOGUE)];
  const ports = undoPortsOf({ bus, log, catalogue, job, actor: IMPORTER });

  let counts = NONE;
  const told = (results: readonly Undone[]) => (counts = counted(counts, results));
  const began = { startedAt: new Date().toISOString(), by: IMPORTER };
  const note = (finishedAt: string | null) =>
    noteRun(engine.records, job, () => ({ undo: { ...began, finishedAt, ...counts } }));
  if (!dryRun && (await importRun(engine.records, job))) await note(null);
  const content = undoResult(undoImport(job, ports), languageIn(process.env), told);
  await engine.blobs.put(undoResultOf(job), content, Infinity);
  if (counts.withdrawn + counts.changedBack + counts.kept === 0)
    throw new Error(`The import ${job} has stored nothing; "annals imports" lists those that have.`);
  if (!dryRun) await note(new Date().toISOString());
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
