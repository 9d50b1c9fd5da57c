import { engineFaultIn, incompleteStreams, LogCondition } from '@annals/event-sourcing';
import { describeFault } from '@annals/http';
import { checkLog, knownFaults } from '@annals/projecting';
import { Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import type { Engine } from './engine.js';

const EVERY = 10_000; // milliseconds

export type LogWatchOptions = {
  /** Whether this process looks for what is missing in the log at its start. */
  readonly checking: boolean;
  /** Milliseconds between looks at what all processes have found. */
  readonly every?: number;
};

/**
 * Writes what is wrong with the log into the log of the program, each fault once. It checks the log when the program has
 * started, in the background and in small steps.
 */
export class LogWatch extends LogCondition implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly over = new AbortController();
  private readonly told = new Set<string>();
  private readonly logger = new Logger('EventLog');
  private watching: Promise<void> = Promise.resolve();
  private streams: ReadonlyMap<string, string> = new Map();

  constructor(
    private readonly engine: Pick<Engine, 'log' | 'documents'>,
    private readonly options: LogWatchOptions,
  ) {
    super();
  }

  onApplicationBootstrap() {
    this.watching = this.watch();
  }

  async beforeApplicationShutdown() {
    this.over.abort();
    await this.watching;
  }

  incomplete(id: string): ReadonlyMap<string, string> {
    if (this.streams.size === 0) return this.streams;
    return new Map([...this.streams].filter(([stream]) => stream.slice(stream.indexOf('-') + 1) === id));
  }

  private async watch() {
    const { signal } = this.over;
    if (this.options.checking) await this.unlessAway(() => this.check());
    while (!signal.aborted) {
      await this.unlessAway(() => this.tell());
      await delay(this.options.every ?? EVERY, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  private async unlessAway(work: () => Promise<void>) {
    try {
      await work();
    } catch (error) {
      if (!engineFaultIn(error)) this.logger.warn(`The log could not be checked: ${describeFault(error)}`);
    }
  }

  private check(): Promise<void> {
    return checkLog(this.engine.log, this.engine.documents, { signal: this.over.signal });
  }

  private async tell() {
    const { first } = await knownFaults(this.engine.documents);
    this.streams = incompleteStreams(first.map(({ fault }) => fault));
    for (const { fault, since } of first) {
      if (this.told.has(fault.message)) continue;
      this.told.add(fault.message);
      this.logger.error(`${fault.kind}: ${fault.message} Known since ${since}.`);
    }
  }
}
