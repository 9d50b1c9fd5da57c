import { SilencePolicy } from '@annals/domain-lifecycle';
import { bindFiles, formatSummary, importFiles, loadMapping, type Summary } from '@annals/importing';
import { Projector } from '@annals/projecting';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from './engine.js';
import { WritingModule } from './annals.module.js';
import { executorOf } from './executor.js';
import { progressBar } from './progress.js';

type Options = { readonly dryRun?: boolean; readonly errors: string };

/** `annals import`: loads the files, then brings the views up to date, whether an Annals is running or not. */
export const importFilesInto = async (
  engine: Engine,
  mappingPath: string,
  files: readonly string[],
  { dryRun = false, errors }: Options,
): Promise<void> => {
  const app = await NestFactory.createApplicationContext(WritingModule.with(engine), { logger: ['error', 'warn'] });
  const interrupt = new AbortController();
  process.once('SIGINT', () => interrupt.abort());
  const summary = await load(app, { engine, mappingPath, files, dryRun, errors, signal: interrupt.signal });
  console.log(formatSummary(summary, errors));
  if (!dryRun && !summary.interrupted) await project(app, engine);
  if (summary.failed > 0 || summary.interrupted) process.exitCode = 1;
};

type Load = {
  readonly engine: Engine;
  readonly mappingPath: string;
  readonly files: readonly string[];
  readonly dryRun?: boolean;
  readonly errors?: string;
  readonly signal?: AbortSignal;
};

/** Loads files by the rules of the application, with a progress bar. */
export const load = async (app: INestApplicationContext, options: Load): Promise<Summary> => {
  const { engine, mappingPath, files, dryRun = false, errors, signal } = options;
  const mapping = await loadMapping(mappingPath);
  const bound = bindFiles(mapping, mappingPath, files);
  const bar = progressBar('Import', ' bytes  {rows} rows  {rate} rows/s');
  bar.start(1, 0, { rows: 0, rate: 0 });
  try {
    return await importFiles({
      ...executorOf(app, 'system:import'),
      mapping,
      files: bound,
      journal: journalOf(engine, mapping.name, Object.values(bound)),
      errors,
      dryRun,
      signal: signal ?? new AbortController().signal,
      progress: ({ bytes, totalBytes, rows, rate }) => {
        bar.setTotal(totalBytes);
        bar.update(bytes, { rows: rows.toLocaleString('en'), rate: Math.round(rate).toLocaleString('en') });
      },
    });
  } finally {
    bar.stop();
  }
};

const journalOf = ({ configuration: { dataDir } }: Engine, mapping: string, files: readonly string[]) => {
  const folder = join(dataDir, 'imports');
  mkdirSync(folder, { recursive: true });
  const name = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 12);
  return join(folder, `${mapping}-${name}.json`);
};

/** A running Annals does the same at the same time; both are guarded, and the work is shared. */
const project = async (app: INestApplicationContext, { log, projections }: Engine) => {
  const projector = app.get(Projector);
  await projector.start();
  const bar = progressBar('Views');
  const head = await log.head();
  bar.start(head, 0);
  const show = setInterval(() => {
    void projector.status().then((views) => bar.update(Math.min(...views.map(({ position }) => position))));
  }, 250);
  const arrived = () => Promise.all(projections.map(({ name }) => projector.positions.passed(name, head, HOUR)));
  await arrived();
  await app.get(SilencePolicy).tick(new Date());
  clearInterval(show);
  bar.update(head);
  bar.stop();
  await projector.stop();
};

const HOUR = 3_600_000; // ms
