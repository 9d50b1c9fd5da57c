import { EventMask, OtherCustomers, type ReadContext } from '@annals/access';
import type { RecordedEvent } from '@annals/event-sourcing';
import { Injectable } from '@nestjs/common';
import { entryOf, type HistoryEntry } from './entry.js';

/** How a reader sees the history of a customer. */
export type Sight = { readonly context: ReadContext; readonly masked: boolean };

/** Makes the entries of the history of a customer, without what a reader may not see in the events. */
@Injectable()
export class ShownEntries {
  constructor(
    private readonly mask: EventMask,
    private readonly others: OtherCustomers,
  ) {}

  async of(events: readonly RecordedEvent[], { context, masked }: Sight): Promise<readonly HistoryEntry[]> {
    const shown = await this.others.hidden(events, (ids) => context.seen('customers.read', ids));
    return shown.map((event) => entryOf(masked ? this.mask.masked(event) : event));
  }
}
