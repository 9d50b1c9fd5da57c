import { EventStoreDecorator } from './event-store-decorator.js';
import type { EventPlace, EventStore, ReadOptions } from './event-store.js';
import { Links, type Link } from './links.js';
import { countedFor, filesConcerned, recount, type Counted, type Merging } from './merging.js';
import type { RecordedEvent } from './message.js';

const PAGE = 1_000; // events

/** What views know of merged customers. They may be behind the log: what is missing is read from there. */
export type KnownFiles = {
  /** The links up to a position. */
  readonly links: () => Promise<{ readonly links: readonly Link[]; readonly upTo: number }>;
  /** Where the events of these customers before a position lie, in the order of the log, as far as the view has read it. */
  readonly placesOf: (
    customers: readonly string[],
    before: number,
  ) => Promise<{ readonly places: readonly EventPlace[]; readonly upTo: number }>;
};

/** Without views: everything is read from the log. */
export const NO_KNOWN_FILES: KnownFiles = {
  links: async () => ({ links: [], upTo: 0 }),
  placesOf: async () => ({ places: [], upTo: 0 }),
};

/**
 * The log as views read it: from the event on that merges a customer into another one, the records of the former are those
 * of the latter. That event comes with all earlier ones of both, so that documents are made anew once, and stay what a
 * rebuild makes of them.
 */
export class MergedEventStore extends EventStoreDecorator {
  constructor(
    log: EventStore,
    private readonly merging: Merging,
    private readonly known: KnownFiles = NO_KNOWN_FILES,
  ) {
    super(log);
  }

  override async *readAll(after: number, options?: ReadOptions) {
    const links = await this.linksUntil(after);
    for await (const batch of this.log.readAll(after, this.withTypes(options))) yield await this.counted(batch, links);
  }

  override async *follow(after: number, signal: AbortSignal, options?: ReadOptions) {
    const links = await this.linksUntil(after);
    for await (const batch of this.log.follow(after, signal, this.withTypes(options)))
      yield await this.counted(batch, links);
  }

  /** Links concern documents of every view. */
  private withTypes(options: ReadOptions = {}): ReadOptions {
    const { types } = options;
    return types ? { ...options, types: [...new Set([...types, ...this.merging.types])] } : options;
  }

  private isLink({ type, unreadable }: RecordedEvent): boolean {
    return unreadable === undefined && this.merging.types.includes(type);
  }

  private async linksUntil(position: number): Promise<Links> {
    if (position === 0) return new Links();
    const { links, upTo } = await this.known.links();
    const known = new Links(links.filter((link) => link.position <= position));
    if (upTo >= position) return known;
    for await (const batch of this.log.readAll(upTo, { types: this.merging.types })) {
      const before = batch.filter((event) => event.position <= position);
      for (const event of before) known.add(this.merging.linkOf(event));
      if (before.length < batch.length) break;
    }
    return known;
  }

  private async counted(batch: readonly RecordedEvent[], links: Links): Promise<readonly RecordedEvent[]> {
    if (links.isEmpty && !batch.some((event) => this.isLink(event))) return batch;
    const counted: RecordedEvent[] = [];
    for (const event of batch) counted.push(await this.countedOne(event, links));
    return counted;
  }

  private async countedOne(event: RecordedEvent, links: Links): Promise<Counted> {
    const link = this.isLink(event) && this.merging.linkOf(event);
    if (link) links.add(link);
    const counted = countedFor(event, (file) => links.customerOf(file), this.merging);
    if (!link) return counted;
    const before = await this.eventsOf(filesConcerned(links, link), event.position);
    return { ...counted, recounted: recount(before, links, link, this.merging) };
  }

  /** All events of these customers before a position, in log order. */
  private async eventsOf(customers: readonly string[], before: number): Promise<readonly RecordedEvent[]> {
    const { places, upTo } = await this.known.placesOf(customers, before);
    const events: RecordedEvent[] = [];
    for (let at = 0; at < places.length; at += PAGE)
      events.push(...(await this.log.readAt(places.slice(at, at + PAGE))));
    if (upTo >= before - 1) return events;
    for await (const batch of this.log.readAll(upTo)) {
      const earlier = batch.filter(({ position }) => position < before);
      events.push(...earlier.filter(({ subject }) => customers.includes(subject)));
      if (earlier.length < batch.length) break;
    }
    return events;
  }
}
