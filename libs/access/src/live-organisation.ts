import { EventStore, typesOf, type Cursor } from '@annals/event-sourcing';
import { Views, type Freshness } from '@annals/projecting';
import { directory, type DirectoryEntry } from '@annals/projections-organisation';
import { CATALOGUE, type Catalogue } from '@annals/slice';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { Organisation } from './organisation.js';

const EVERY = 200; // ms
const PAGE = 1_000; // entries
const PATIENCE = 1_000; // ms

/** The organisation as it is now. What changes in it, in whatever process, is known here within a fraction of a second. */
@Injectable()
export class LiveOrganisation {
  private known: Promise<Known> | undefined;
  private askedAt = -Infinity;

  constructor(
    private readonly views: Views,
    private readonly log: EventStore,
    @Inject(CATALOGUE) private readonly catalogue: Pick<Catalogue, 'grants'>,
    /** In milliseconds. */
    @Optional() private readonly every = EVERY,
  ) {}

  async now(): Promise<Organisation> {
    if (performance.now() - this.askedAt >= this.every) this.refresh();
    return (await this.known!).organisation;
  }

  /** With everything that is in the log now. */
  async latest(): Promise<Organisation> {
    this.refresh();
    return (await this.known!).organisation;
  }

  private refresh() {
    this.askedAt = performance.now();
    const next = this.next(this.known);
    this.known = next;
    next.catch(() => {
      if (this.known === next) [this.known, this.askedAt] = [undefined, -Infinity]; // the next one asks again
    });
  }

  private async next(before: Promise<Known> | undefined): Promise<Known> {
    const known = await before?.catch(() => undefined);
    const head = await this.log.head();
    const changed = known ? await this.lastChange(known.head) : head;
    return known && changed === undefined ? { ...known, head } : this.load(changed ?? head);
  }

  /** The position of the last event of the organisation after another. */
  private async lastChange(after: number): Promise<number | undefined> {
    let last: number | undefined;
    for await (const batch of this.log.readAll(after, { types: typesOf(directory) })) last = batch.at(-1)?.position;
    return last;
  }

  private async load(position: number): Promise<Known> {
    const entries: DirectoryEntry[] = [];
    let head = Infinity;
    let after: Cursor | undefined;
    do {
      const fresh: Freshness = { position, timeoutMs: PATIENCE };
      const page = await this.views.find(directory, { limit: PAGE, after }, fresh);
      entries.push(...page.value.items.map(({ document }) => document));
      head = Math.min(head, page.position);
      after = page.value.next ?? undefined;
    } while (after);
    return { organisation: new Organisation(entries, this.catalogue.grants), head };
  }
}

/** `head` is the position up to which every change is in it. */
type Known = { readonly organisation: Organisation; readonly head: number };
