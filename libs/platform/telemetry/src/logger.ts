import type { LogFormat, LogLevel } from '@annals/configuration';
import { requestContext } from '@annals/http';
import { ConsoleLogger, type LogLevel as NestLevel } from '@nestjs/common';

const LEVELS: Readonly<Record<LogLevel, readonly NestLevel[]>> = {
  error: ['fatal', 'error'],
  warn: ['fatal', 'error', 'warn'],
  info: ['fatal', 'error', 'warn', 'log'],
  debug: ['fatal', 'error', 'warn', 'log', 'debug', 'verbose'],
};

/** Writes lines of text for people or JSON for programs, each with the id of the current request. */
export class AnnalsLogger extends ConsoleLogger {
  constructor({ level, format }: { readonly level: LogLevel; readonly format: LogFormat }) {
    const json = format === 'json';
    super({ prefix: 'Annals', logLevels: [...LEVELS[level]], json, colors: !json && process.stdout.isTTY });
  }

  protected override getJsonLogObject(...[message, options]: Parameters<ConsoleLogger['getJsonLogObject']>) {
    return { ...super.getJsonLogObject(message, options), ...requestContext.getStore() };
  }

  protected override formatContext(context: string): string {
    const request = requestContext.getStore();
    return super.formatContext(request ? `${context} ${request.correlationId}` : context);
  }
}
