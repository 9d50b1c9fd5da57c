import { closeStores, configurationOf, type Engine, explain } from '@annals/composition/engine';
import { hasData, openEngine } from '@annals/composition/engine';
import type { Configuration } from '@annals/configuration';
import { engineFaultIn, type EngineFault } from '@annals/event-sourcing';
import { Command } from 'commander';
import { readFileSync } from 'node:fs';
import * as actions from './actions.js';
import { logToErrorOutput } from './error-output.js';
import { addMessageCommands } from './message-commands.js';
import { addImportCommands } from './import-commands.js';
import { addReplay } from './replay-command.js';

const { version } = JSON.parse(readFileSync(`${import.meta.dirname}/../../../package.json`, 'utf8')) as {
  readonly version: string;
};

/** `npm run annals -- <command>`. Exits with 1 when the command fails. */
export const runCommandLine = async (argv: string[]): Promise<void> => {
  logToErrorOutput();
  const program = new Command('annals')
    .description('Manage the Annals installation in the data folder DATA_DIR, whether or not Annals is running.')
    .version(version)
    .allowExcessArguments(false);

  addImportCommands(program, withEngine);

  program
    .command('rebuild [view]')
    .description('rebuild one view, or every view, from the log and switch to it when it is complete')
    .action(withData(actions.rebuildViews));

  program
    .command('status')
    .description('show how far each view has read the log, or since when the log is away')
    .action(withEngine(actions.showStatus, { mustExist: true, unlessLog: actions.showStatusWithoutLog }));

  program
    .command('parked [view]')
    .description('list documents that are parked because an event could not be applied')
    .action(withData(actions.showParked));

  program
    .command('retry <view> <key>')
    .description('apply the waiting events of a parked document, after the cause has been fixed')
    .action(withData(actions.retryKey));

  program
    .command('skip <view> <key>')
    .description('permanently skip the event that parked a document')
    .requiredOption('--reason <text>', 'why the event may be skipped; stored with the decision')
    .action(withData(actions.skipKey));

  program
    .command('rollback <view>')
    .description('return to the state of a view before its last rebuild')
    .option('--drop', 'delete that previous state instead')
    .action(withData(actions.rollBackView));

  addReplay(program, withData);

  program
    .command('verify [backup]')
    .description('read the whole log, or that of a backup, and list everything that is missing or cannot be read')
    .option('--json', 'as JSON, for programs')
    .action(explaining(actions.verify));

  program
    .command('backup <folder>')
    .description('copy the whole data folder into a new folder; Annals may keep running')
    .action(withData(actions.backUp));

  program
    .command('restore <folder>')
    .description('verify a backup and restore it into an empty data folder')
    .action(explaining(actions.restore));

  program
    .command('copy-log')
    .description('copy the log of the data folder into the EventStoreDB at EVENT_STORE_URL; stop Annals first')
    .action(explaining(actions.copyLog));

  addMessageCommands(program, withData);

  program
    .command('reset-password <name>')
    .description('give an account a new one-time password and end all its sessions')
    .action(withData(actions.resetPasswordOf));

  await program.parseAsync(argv);
};

type Action<Args extends unknown[]> = (engine: Engine, ...args: Args) => Promise<void>;

/** Explains a failure in one or two lines. */
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

type Opening = {
  /** Whether a missing folder is an error. */
  readonly mustExist?: boolean;
  readonly open?: typeof openEngine;
  /** Carried out instead while the log is away. */
  readonly unlessLog?: (fault: EngineFault, configuration: Configuration) => Promise<void>;
};

/** Opens the data folder for a command and closes it afterwards, even on failure. */
const withEngine = <Args extends unknown[]>(
  action: Action<Args>,
  { mustExist = false, open = openEngine, unlessLog }: Opening = {},
) =>
  explaining(async (...args: Args) => {
    const configuration = configurationOf(process.env);
    if (mustExist && !hasData(configuration)) throw new Error(`${configuration.dataDir} contains no Annals data.`);
    try {
      const engine = await open(configuration);
      await action(engine, ...args).finally(() => closeStores(engine));
    } catch (error) {
      const fault = engineFaultIn(error);
      if (!unlessLog || fault?.report.role !== 'log') throw error;
      await unlessLog(fault, configuration);
      process.exitCode = 1;
    }
  });

/** For commands that only read: a mistyped folder must not become a new installation. */
const withData = <Args extends unknown[]>(action: Action<Args>) => withEngine(action, { mustExist: true });
