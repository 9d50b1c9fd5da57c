import { ConfigurationInvalid, loadConfiguration } from '@annals/configuration';
import { Command, InvalidArgumentError } from 'commander';
import { closeEngine, openEngine, type Engine } from './engine.js';
import { importFilesInto } from './import.js';
import { rebuildViews } from './rebuild.js';
import { replayCustomer } from './replay.js';
import { showStatus } from './status.js';

/** `npm run annals -- <command>`. Exits with 1 when a command could not be carried out. */
export const runCommandLine = async (argv: string[]): Promise<void> => {
  const program = new Command('annals').description('The event-sourced CRM core, from the command line.');

  program
    .command('import <mapping> [files...]')
    .description('load CSV files as a mapping file says; importing the same file again adds nothing')
    .option('--dry-run', 'write nothing and report everything')
    .option('--errors <file>', 'where rows that could not be loaded go', 'import-errors.csv')
    .action(withEngine(importFilesInto));

  program
    .command('rebuild [view]')
    .description('build a view, or all of them, anew from the log, and switch when it is whole')
    .action(withEngine(rebuildViews));

  program.command('status').description('how far each view has read the log').action(withEngine(showStatus));

  program
    .command('replay <customer>')
    .description("a customer's history, event by event, and what each of them changed")
    .option('--until <moment>', 'a time such as 2026-01-31T12:00:00Z, or a position of the log', moment)
    .option('--step', 'wait for Enter after each event')
    .action(withEngine(replayCustomer));

  await program.parseAsync(argv);
};

type Moment = { readonly position: number } | { readonly recordedAt: Date };

const moment = (text: string): Moment => {
  if (/^\d+$/.test(text)) return { position: Number(text) };
  const recordedAt = new Date(text);
  if (Number.isNaN(recordedAt.getTime())) throw new InvalidArgumentError('It is neither a time nor a position.');
  return { recordedAt };
};

/** Opens the data folder around a command, and closes it whatever happens. */
const withEngine =
  <Args extends unknown[]>(action: (engine: Engine, ...args: Args) => Promise<void>) =>
  async (...args: Args) => {
    try {
      const engine = await openEngine(loadConfiguration(process.env));
      try {
        await action(engine, ...args);
      } finally {
        await closeEngine(engine);
      }
    } catch (error) {
      console.error(
        error instanceof ConfigurationInvalid || !(error instanceof Error) ? `${String(error)}` : error.message,
      );
      process.exitCode = 1;
    }
  };
