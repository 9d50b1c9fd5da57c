import type { Command } from 'commander';
import { LEAN, openEngine, type Engine } from '@annals/composition/engine';
import * as actions from './actions.js';
import type { ImportCommandOptions } from './import.js';
import type { UndoCommandOptions } from './undo.js';

type Action<Args extends unknown[]> = (engine: Engine, ...args: Args) => Promise<void>;
type With = <Args extends unknown[]>(
  action: Action<Args>,
  options?: { readonly mustExist?: boolean; readonly open?: typeof openEngine },
) => (...args: Args) => Promise<void>;

/** The commands about imports. */
export const addImportCommands = (program: Command, withEngine: With): void => {
  const withData = { mustExist: true };
  const opening = (dryRun = false) => ({ open: dryRun ? openTrial : openLean });

  program
    .command('import <mapping> [files...]')
    .description('import CSV files as described by a mapping file; importing the same files again adds nothing')
    .option('--dry-run', 'decide on every row as the import would, without storing or creating anything')
    .option('--update', 'change what an earlier import stored, where the rows now say something else')
    .option('--organisation', 'also carry out commands that are not about customers, such as AddUser and GrantRoles')
    .option('--errors <file>', 'CSV file for rows with errors and warnings (default: stored, see import-errors)')
    .action((mapping: string, files: readonly string[], options: ImportCommandOptions) =>
      withEngine(actions.importFilesInto, opening(options.dryRun))(mapping, files, options),
    );

  program
    .command('import-errors [import]')
    .description('print the rows of an import with errors and warnings as CSV, or list the imports that have any')
    .action(withEngine(actions.showImportErrors, withData));

  program
    .command('imports')
    .description('list the imports with their names, when they ran, and whether they were undone')
    .action(withEngine(actions.listImports, withData));

  program
    .command('undo-import <import>')
    .description('withdraw what an import has begun and change back what it has changed, unless it was edited since')
    .option('--dry-run', 'tell what would become of each record, without storing anything')
    .option('--result <file>', 'CSV file that tells what became of each record')
    .action((job: string, options: UndoCommandOptions) =>
      withEngine(actions.undoImportOf, { ...withData, ...opening(options.dryRun) })(job, options),
    );
};

const openLean: typeof openEngine = (configuration, arrive) => openEngine(configuration, arrive, LEAN);

const openTrial: typeof openEngine = async (configuration) =>
  (await import('./trial.js')).openTrialEngine(configuration);
