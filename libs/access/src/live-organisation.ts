import {
  EngineContact,
  EventStore,
  typesOf,
  type Cursor,
  type Documents,
  type RecordedEvent,
} from '@annals/event-sourcing';
import { Repeats } from '@annals/http';
import { Views, type Readable } from '@annals/projecting';
import { CATALOGUE, type Catalogue, type Directory, type Grant } from '@annals/slice';
import { Inject, Injectable, Logger, Optional, type OnModuleDestroy } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import { Organisation } from './organisation.js';
import { rightsOf, type Principal, type Rights } from './rights.js';
import { OwnAppends } from './own-appends.js';

const PAGE = 1_000; // entries
const RETRY = 1_000; // ms

/**
 * The organisation, answered from memory. Begins with the stored view and follows the log: a change by this process is
 * known when its command returns, one by another process a moment later. While the log is away, the last known state holds for a limited
 * time.
 */
@Injectable()
export class LiveOrganisation implements OnModuleDestroy {
  private readonly directory: Directory;
  private readonly grants: readonly Grant[];
  private readonly types: readonly string[];
  private readonly stopped = new AbortController();
  private readonly logger = new Logger('Access');
  private loading: Promise<void> | undefined;
  private entries: Documents<object> = new Map();
  private position = 0;
  private organisation: Organisation | undefined;
  private readonly repeats = new Repeats();

  constructor(
    private readonly views: Views,
    private readonly log: EventStore,
    @Inject(CATALOGUE) catalogue: Pick<Catalogue, 'directory' | 'grants'>,
    appends: OwnAppends,
    @Optional() private readonly contact?: EngineContact,
  ) {
    this.directory = catalogue.directory();
    this.grants = catalogue.grants;
    this.types = typesOf(this.directory.view);
    appends.listen(this.types, () => this.appended());
  }

  /** The first call loads it; later ones read neither view nor log. Throws `EngineFault` when the log has been away for too long. */
  async now(): Promise<Organisation> {
    await this.loaded();
    this.contact?.expectRights();
    return (this.organisation ??= new Organisation(this.directory.workforceOf(this.entries.values()), this.grants));
  }

  /** The rights of a user now. */
  async rightsOf(principal: Principal): Promise<Rights> {
    return rightsOf(principal, await this.now());
  }

  /** With everything that is in the log now; the same object as `now()` while nothing has changed. Throws errors of the log. */
  async latest(): Promise<Organisation> {
    await this.loaded();
    await this.catchUp();
    return this.now();
  }

  onModuleDestroy() {
    this.stopped.abort();
  }

  private loaded(): Promise<void> {
    this.loading ??= this.load();
    return this.loading;
  }

  private async load() {
    try {
      await this.readView();
      await this.settle().catch(() => {}); // the log may be away at the start as well
      void this.follow();
    } catch (error) {
      this.loading = undefined; // the next call tries again
      throw error;
    }
  }

  private async readView() {
    const entries = new Map<string, object>();
    let position = Infinity;
    let after: Cursor | undefined;
    do {
      const page = await this.views.find(this.directory.view as Readable<object>, { limit: PAGE, after });
      for (const { id, document } of page.value.items) entries.set(id, document);
      position = Math.min(position, page.position);
      after = page.value.next ?? undefined;
    } while (after);
    [this.entries, this.position] = [entries, position];
  }

  /** A view without a position, or ahead of the log, may contain events of another log. */
  private async settle() {
    if (this.position === 0 || this.position > (await this.log.head())) [this.entries, this.position] = [new Map(), 0];
    await this.catchUp();
  }

  private async appended() {
    if (!this.loading) return;
    await this.loading;
    await this.catchUp();
  }

  private async catchUp() {
    const head = await this.log.head();
    for await (const events of this.log.readAll(this.position, { types: this.types })) this.apply(events);
    this.position = Math.max(this.position, head); // what was looked through is not looked through again
  }

  private async follow() {
    const { signal } = this.stopped;
    while (!signal.aborted) {
      await this.followOnce(signal).catch((error: unknown) => this.complain(error));
      await delay(RETRY, undefined, { signal, ref: false }).catch(() => {});
    }
  }

  private complain(error: unknown) {
    if (this.stopped.signal.aborted) return;
    const text = `The log cannot be followed, rights stay as they are: ${nameOf(error)}.`;
    const line = this.repeats.line('following', text);
    if (line !== undefined) this.logger.warn(line);
  }

  private async followOnce(signal: AbortSignal) {
    for await (const events of this.log.follow(this.position, signal, { types: this.types })) this.apply(events);
  }

  private apply(events: readonly RecordedEvent[]) {
    const unknown = events.filter(({ position }) => position > this.position);
    if (unknown.length === 0) return;
    this.entries = this.directory.after(this.entries, unknown);
    this.position = unknown.at(-1)!.position;
    this.organisation = undefined;
  }
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : 'an error');
