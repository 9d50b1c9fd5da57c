import type { Engine } from '@annals/composition/engine';
import type { Command } from 'commander';
import { dropDeadLetter, listDeadLetters, readDeadLetter, replayDeadLetter, resetRelay } from './actions.js';

type WithData = <Args extends unknown[]>(
  action: (engine: Engine, ...args: Args) => Promise<void>,
) => (...args: Args) => Promise<void>;

/** The commands about messages from and to Kafka. */
export const addMessageCommands = (program: Command, withData: WithData): void => {
  const letters = program
    .command('dead-letters')
    .description(
      'messages of other systems that could not be processed; each stays listed until it is replayed or dropped',
    );
  letters.command('list').description('list them with the reason').action(withData(listDeadLetters));
  letters.command('read <id>').description('show one with headers and body').action(withData(readDeadLetter));
  letters.command('replay <id>').description('send its message to its topic again').action(withData(replayDeadLetter));
  letters
    .command('drop <id>')
    .description('decide that its message is never processed')
    .requiredOption('--reason <text>', 'why it may be dropped; stored with the decision')
    .action(withData(dropDeadLetter));

  program
    .command('relay')
    .description('what is remembered of topics in Kafka')
    .command('reset')
    .description('forget how far topics were filled, after they were deleted; stop every relay first')
    .action(withData(resetRelay));
};
