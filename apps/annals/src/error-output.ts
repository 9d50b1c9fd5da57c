import { ConsoleLogger } from '@nestjs/common/services/console-logger.service.js'; // alone, as most commands load little
import { Logger } from '@nestjs/common/services/logger.service.js';

type Printed = Parameters<ConsoleLogger['printMessages']>;

/** Writes what happens beside a command to the error output: programs read what the command answers. */
class ErrorOutput extends ConsoleLogger {
  protected override printMessages(...[messages, context, level, , ...more]: Printed): void {
    super.printMessages(messages, context, level, 'stderr', ...more);
  }
}

/** For errors and warnings of everything that the process loads. */
export const logToErrorOutput = (): void => {
  Logger.overrideLogger(new ErrorOutput({ logLevels: ['fatal', 'error', 'warn'] }));
};
