import { IMPORTER } from '@annals/command-bus/handlers';
import { load, type Engine, type ImportJob, type LoadOptions } from '@annals/composition';
import { bindFiles, importId, loadMapping, type Summary } from '@annals/importing';
import type { INestApplicationContext } from '@nestjs/common';
import { resolve } from 'node:path';
import { displayProgress } from './progress.js';

/** Throws `MappingError` if the mapping does not match the files. */
export const importJob = async (
  { records, blobs }: Engine,
  mappingPath: string,
  given: readonly string[],
): Promise<ImportJob> => {
  const mapping = await loadMapping(mappingPath);
  const files = bindFiles(mapping, mappingPath, given);
  const paths = Object.values(files).map((path) => resolve(path));
  return { mapping, files, stores: { records, blobs, job: importId(mapping.name, paths) } };
};

/** Imports files as the operator, and shows the progress. */
export const loadShowing = async (
  app: INestApplicationContext,
  job: ImportJob,
  options: Omit<LoadOptions, 'by' | 'progress'> = {},
): Promise<Summary> => {
  const display = displayProgress('Import');
  const count = (value: number) => Math.round(value).toLocaleString('en');
  try {
    return await load(app, job, {
      ...options,
      by: { actor: IMPORTER },
      progress: ({ bytes, totalBytes, rows, rate }) =>
        display.show({ done: bytes, total: totalBytes, note: `${count(rows)} rows  ${count(rate)} rows/s` }),
    });
  } finally {
    display.end();
  }
};
