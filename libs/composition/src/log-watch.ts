import {
  engineFaultIn,
  engineName,
  incompleteStreams,
  LogCondition,
  recordOfStream,
  type FlawedStream,
  type Incompleteness,
  type IncompleteStream,
  type StreamAbout,
} from '@annals/event-sourcing';
import { describeFault } from '@annals/http';
import { checkLog, knownFaults, noteTrouble, StoredViews } from '@annals/projecting';
import { Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import type { Engine } from './engine.js';
import { ownerOf } from './stream-owner.js';

const EVERY = 10_000; // milliseconds
const MOST = 1_000; // faults
const WRITTEN = 100; // of them, at once

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
  private readonly owners = new Map<string, StreamAbout | undefined>();
  /** By customer. */
  private streams: ReadonlyMap<string, readonly IncompleteStream[]> = new Map();

  constructor(
    private readonly engine: Pick<Engine, 'log' | 'documents' | 'catalogue' | 'engines'>,
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

  incomplete(
    customerId: string,
    restsOn: (stream: IncompleteStream) => boolean = () => true,
  ): ReadonlyMap<string, Incompleteness> {
    const streams = this.streams.get(customerId) ?? [];
    return new Map(streams.filter(restsOn).map(({ stream, found }) => [stream, found]));
  }

  private async watch() {
    const { signal } = this.over;
    if (this.options.checking) await this.unlessAway(() => this.check());
    while (!signal.aborted) {
      await this.unlessAway(() => this.tell());
      await this.unlessAway(() => this.noteTrouble());
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

  private noteTrouble(): Promise<void> {
    const { engines, documents } = this.engine;
    const found = engines.awaySince('log') && engines.troubleOf('log'); // a full disk takes no note
    if (!found) return noteTrouble(documents, undefined, new Date());
    const { reason, since, trouble } = found;
    return noteTrouble(documents, { reason, since, trouble: `${engineName(found)} ${trouble}` }, new Date());
  }

  private async tell() {
    const { first } = await knownFaults(this.engine.documents, MOST);
    const flawed = incompleteStreams(first.map(({ fault }) => fault));
    const owned = await Promise.all(flawed.map((stream) => this.withOwner(stream)));
    this.streams = Map.groupBy(owned, ({ stream, subject }) => subject ?? recordOfStream(stream));
    for (const { fault, since } of first.slice(0, WRITTEN)) {
      if (this.told.has(fault.message)) continue;
      this.told.add(fault.message);
      this.logger.error(`${fault.kind}: ${fault.message} Known since ${since}.`);
    }
  }

  private async withOwner(flawed: FlawedStream): Promise<IncompleteStream> {
    const { stream } = flawed;
    const { documents, catalogue } = this.engine;
    if (flawed.subject === undefined && !this.owners.has(stream))
      this.owners.set(stream, await ownerOf(stream, new StoredViews(documents), catalogue));
    const known = { ...flawed, ...this.owners.get(stream) };
    const kinds = catalogue.aggregates.map(({ folds: [own] }) => own!.types);
    return { ...known, types: kinds.filter((types) => types.includes(known.type ?? '')).flat() };
  }
}
