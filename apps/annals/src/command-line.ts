import { closeStores, configurationOf, type Engine, explain, hasData, openEngine } from '@annals/composition';
import { Command, InvalidArgumentError } from 'commander';
import { backUp } from './backup.js';
import { copyLog } from './copy-log.js';
import { importFilesInto } from './import.js';
import { retryKey, rollBackView, showParked, skipKey } from './parked.js';
import { rebuildViews } from './rebuild.js';
import { replayCustomer } from './replay.js';
import { resetPasswordOf } from './reset-password.js';
import { restore } from './restore.js';
import { showStatus } from './status.js';

/** `npm run annals -- <command>`. Exits with 1 when a command could not be carried out. */
export const runCommandLine = async (argv: string[]): Promise<void> => {
  const program = new Command('annals')
    .description(
      'Annals from the command line. It works on the data folder DATA_DIR, beside a running Annals or without one.',
    )
    .allowExcessArguments(false);

  program
    .command('import <mapping> [files...]')
    .description('load CSV files as a mapping file says; importing the same files again adds nothing')
    .option('--dry-run', 'check everything and write no event')
    .option('--errors <file>', 'the CSV file for rows with errors and warnings (default: in the data folder)')
    .action(withEngine(importFilesInto));

  program
    .command('rebuild [view]')
    .description('build a view, or all of them, anew from the log, and switch when it is whole')
    .action(withData(rebuildViews));

  program.command('status').description('how far each view has read the log').action(withData(showStatus));

  program
    .command('parked [view]')
    .description('what stands still in a view, or in all, since an event did not fit')
    .action(withData(showParked));

  program
    .command('retry <view> <key>')
    .description('take in what a parked key waits for, now that the program is mended')
    .action(withData(retryKey));

  program
    .command('skip <view> <key>')
    .description('leave the event out that stopped a key, for ever')
    .requiredOption('--reason <text>', 'why the view may do without it; kept with the decision')
    .action(withData(skipKey));

  program
    .command('rollback <view>')
    .description('serve what the last rebuild has replaced')
    .option('--drop', 'remove it instead')
    .action(withData(rollBackView));

  program
    .command('replay <customer>')
    .description("a customer's history, event by event, and what each of them changed")
    .option('--until <moment>', 'stop at a time such as 2026-01-31T12:00:00Z, or at a position of the log', moment)
    .option('--step', 'wait for Enter after each event')
    .action(withData(replayCustomer));

  program
    .command('backup <folder>')
    .description('copy the whole data folder into a new folder, while Annals goes on')
    .action(withData(backUp));

  program
    .command('restore <folder>')
    .description('bring a back-up into the data folder, which has to be empty')
    .action(explaining(restore));

  program
    .command('copy-log')
    .description(
      'bring the log of the data folder into the EventStoreDB that EVENT_STORE_URL names; stop Annals before',
    )
    .action(explaining(copyLog));

  program
    .command('reset-password <name>')
    .description('give an account a one-time password, and end everything that was signed in with it')
    .action(explaining(resetPasswordOf));

  await program.parseAsync(argv);
};

type Moment = { readonly position: number } | { readonly recordedAt: Date };

const moment = (text: string): Moment => {
  if (/^\d+$/.test(text)) return { position: Number(text) };
  const recordedAt = new Date(text);
  if (Number.isNaN(recordedAt.getTime())) throw new InvalidArgumentError('It is neither a time nor a position.');
  return { recordedAt };
};

type Action<Args extends unknown[]> = (engine: Engine, ...args: Args) => Promise<void>;

/** Says in a line or two what went wrong. */
const explaining =
  <Args extends unknown[]>(action: (...args: Args) => Promise<void>) =>
  async (...args: Args) => {
    try {
      await action(...args);
    } catch (error) {
      console.error(explain(error, process.env['DATA_DIR']));
      process.exitCode = 1;
    }
  };

/** Opens the data folder around a command, and closes it whatever happens. */
const withEngine = <Args extends unknown[]>(action: Action<Args>, { mustExist = false } = {}) =>
  explaining(async (...args: Args) => {
    const configuration = configurationOf(process.env);
    if (mustExist && !hasData(configuration)) throw new Error(`${configuration.dataDir} holds no data of Annals.`);
    const engine = await openEngine(configuration);
    try {
      await action(engine, ...args);
    } finally {
      await closeStores(engine);
    }
  });

/** For commands that only ask: a mistyped folder must not become a new installation. */
const withData = <Args extends unknown[]>(action: Action<Args>) => withEngine(action, { mustExist: true });
