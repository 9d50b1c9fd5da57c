import { Links, type Link } from './links.js';
import { countedFor, filesConcerned, recount, type Counted, type Merging } from './merging.js';
import type { RecordedEvent } from './message.js';

/** The links that events say, in their order, whatever their positions are. */
export const linksIn = (events: readonly RecordedEvent[], { types, linkOf }: Merging): readonly Link[] =>
  events.filter(({ type }) => types.includes(type)).map((event, position) => ({ ...linkOf(event), position }));

/** The events of some customers in any order, each as it counts once all of them are known. */
export const countedNow = (events: readonly RecordedEvent[], merging: Merging): readonly RecordedEvent[] => {
  const links = new Links(linksIn(events, merging));
  if (links.isEmpty) return events;
  return events.map((event) => countedFor(event, (file) => links.customerOf(file), merging));
};

/** Events of some customers, taken one after another in any order. */
export class MergedHistory {
  private readonly events: RecordedEvent[] = [];
  private readonly links = new Links();

  constructor(private readonly merging: Merging) {}

  /** The event as it counts now, with those before it that count otherwise because of it. */
  take(event: RecordedEvent): Counted {
    const { types, linkOf } = this.merging;
    const position = this.events.length;
    const link = types.includes(event.type) && { ...linkOf(event), position };
    if (link) this.links.add(link);
    const counted = countedFor(event, (file) => this.links.customerOf(file), this.merging);
    const shown = link ? { ...counted, recounted: this.recountedBy(link) } : counted;
    this.events.push(event);
    return shown;
  }

  /** All that were taken, each as it counts after the last one. */
  counted(): readonly RecordedEvent[] {
    return this.events.map((event) => countedFor(event, (file) => this.customerOf(file), this.merging));
  }

  /** The customer to whom a file belongs after the last event. */
  customerOf(file: string): string {
    return this.links.customerOf(file);
  }

  private recountedBy(link: Link) {
    const files = new Set(filesConcerned(this.links, link));
    const concerned = this.events.filter(({ subject }) => files.has(subject));
    return recount(concerned, this.links, link, this.merging);
  }
}
