import type { Engine } from '@annals/composition/engine';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { replayCustomer } from './actions.js';
import { AXES, isMoment } from './moments.js';

type Opening = <Args extends unknown[]>(
  action: (engine: Engine, ...args: Args) => Promise<void>,
) => (...args: Args) => Promise<void>;

/** Adds `annals replay`; `withData` opens the data folder for an action. */
export const addReplay = (program: Command, withData: Opening): void => {
  program
    .command('replay <customer>')
    .description("show a customer's history event by event, with what each event changed")
    .option('--until <moment>', 'stop at a time such as 2026-01-31T12:00:00Z or at a log position', momentWritten)
    .addOption(
      new Option('--axis <axis>', 'whether a time is about what was recorded by then or what had occurred')
        .choices(AXES)
        .default('recorded'),
    )
    .option('--step', 'wait for Enter after each event')
    .addOption(
      new Option(
        '--under <setting=value...>',
        'show only what would have been different under these settings',
      ).conflicts(['step', 'axis']),
    )
    .action(withData(replayCustomer));
};

const momentWritten = (text: string): string => {
  if (isMoment(text)) return text;
  throw new InvalidArgumentError('Expected a time or a log position.');
};
