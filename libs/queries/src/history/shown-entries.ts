import { EventMask, OtherCustomers, type ReadContext } from '@annals/access';
import type { RecordedEvent } from '@annals/event-sourcing';
import { Injectable } from '@nestjs/common';
import { entryOf, type HistoryEntry } from './entry.js';
import { lookedAt } from './looked-at.js';
import type { Timeline } from './timeline.js';

/** How a reader sees the history of a customer. */
export type Sight = { readonly context: ReadContext; readonly masked: boolean };

/** Makes the entries of the history of a customer, without what a reader may not see in the events. */
@Injectable()
export class ShownEntries {
  constructor(
    private readonly mask: EventMask,
    private readonly others: OtherCustomers,
  ) {}

  /** `timeline` has the events of their customer. */
  async of(
    events: readonly RecordedEvent[],
    { context, masked }: Sight,
    timeline: Timeline,
  ): Promise<readonly HistoryEntry[]> {
    const shown = await this.others.hidden(events, (ids) => context.seen('customers.read', ids));
    return shown.map((event, index) =>
      entryOf(masked ? this.mask.masked(event) : event, lookedAt(events[index]!, timeline)),
    );
  }
}
