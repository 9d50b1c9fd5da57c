import { bindFiles, importFiles, loadMapping, type ImportOptions, type Summary } from '@annals/importing';
import { EventStore, type Language } from '@annals/event-sourcing';
import { CATALOGUE, type Catalogue } from '@annals/slice';
import type { INestApplicationContext } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { executorOf, type Engine } from '@annals/composition';
import { displayProgress } from './progress.js';

/** The files to import, the journal of the progress, and the file for rows that cannot be imported (`errors`). */
export type ImportJob = Pick<ImportOptions, 'mapping' | 'files'> & {
  readonly journal: string;
  readonly errors: string;
};

/** Throws `MappingError` if the mapping does not match the files. */
export const importJob = async (
  { configuration: { dataDir } }: Engine,
  mappingPath: string,
  given: readonly string[],
  errors?: string,
): Promise<ImportJob> => {
  const mapping = await loadMapping(mappingPath);
  const files = bindFiles(mapping, mappingPath, given);
  const folder = join(dataDir, 'imports');
  mkdirSync(folder, { recursive: true });
  const paths = Object.values(files).map((path) => resolve(path));
  const job = `${mapping.name}-${createHash('sha256').update(paths.join('\n')).digest('hex').slice(0, 12)}`;
  return { mapping, files, journal: join(folder, `${job}.json`), errors: errors ?? join(folder, `${job}-errors.csv`) };
};

/** Imports files through the commands of the application and shows the progress. */
export const load = async (
  app: INestApplicationContext,
  job: ImportJob,
  {
    dryRun = false,
    signal = new AbortController().signal,
    language = 'en',
  }: { readonly dryRun?: boolean; readonly signal?: AbortSignal; readonly language?: Language } = {},
): Promise<Summary> => {
  const display = displayProgress('Import');
  const count = (value: number) => Math.round(value).toLocaleString('en');
  try {
    return await importFiles({
      ...executorOf(app.get(CommandBus), app.get(EventStore), app.get<Catalogue>(CATALOGUE), 'system:import'),
      ...job,
      dryRun,
      signal,
      language,
      progress: ({ bytes, totalBytes, rows, rate }) =>
        display.show({ done: bytes, total: totalBytes, note: `${count(rows)} rows  ${count(rate)} rows/s` }),
    });
  } finally {
    display.end();
  }
};
