import { CustomerFiles } from '@annals/access';
import { countedFor, countedNow, EventStore, inParts, Links, linksIn, until } from '@annals/event-sourcing';
import type { Condition, Merging, Moment, Query, RecordedEvent } from '@annals/event-sourcing';
import { Views, type Answer, type Found, type Freshness } from '@annals/projecting';
import { auditEntries, type HistoryRow } from '@annals/projections-audit';
import { PastEvents, pastProblems, timeOf, type EventsThen } from '@annals/reading';
import { Injectable } from '@nestjs/common';
import { setImmediate as turn } from 'node:timers/promises';
import { upTo } from './history.query.js';
import { anyOf, everyPage } from '../page.js';

const PAGE = 1_000; // events
const MOST_SORTED = 200_000; // events
const LAST_FIRST = { field: 'position', descending: true };

/** Found in a view, where each event has a row, and read from the log, which has its data. */
@Injectable()
export class History extends PastEvents {
  constructor(
    private readonly views: Views,
    private readonly log: EventStore,
    private readonly files: CustomerFiles,
  ) {
    super();
  }

  /** A page of events. A log that was restored from an older backup does not have all that the view has. */
  async page(query: Query, fresh?: Freshness): Promise<Answer<Found<RecordedEvent>>> {
    const { value, ...state } = await this.views.find(auditEntries, query, fresh);
    const events = await this.log.readAt(value.items.map(({ document }) => document));
    return { ...state, value: { items: events.map((document) => ({ id: document.id, document })), next: value.next } };
  }

  /** The customer, and those who were ever one customer with it. */
  async filesOf(customerId: string, fresh?: Freshness): Promise<readonly string[]> {
    return (await this.files.linksOf([customerId], fresh)).everWith(customerId);
  }

  /** The customer, and those who are merged into it, now or at a moment. */
  async filesIn(customerId: string, moment: Moment | undefined, fresh?: Freshness): Promise<readonly string[]> {
    const links = await (moment ? this.linksAt(customerId, moment, fresh) : this.files.linksOf([customerId], fresh));
    const files = links.everWith(customerId).slice(1);
    return [customerId, ...files.filter((file) => links.customerOf(file) === customerId)];
  }

  get merging(): Merging {
    return this.files.merging;
  }

  /** Where the events of these customers after a position lie, in log order. */
  async rowsAfter(
    customerIds: readonly string[],
    after: number,
    fresh?: Freshness,
  ): Promise<Answer<readonly HistoryRow[]>> {
    const where = [...anyOf('customer', customerIds), { field: 'position', from: after + 1 }];
    return everyPage({ where, sort: { field: 'position' }, limit: PAGE }, (query) =>
      this.views.find<HistoryRow>(auditEntries, query, fresh),
    );
  }

  async until(
    customerId: string,
    moment: Moment,
    types: readonly string[],
    fresh?: Freshness,
  ): Promise<Answer<EventsThen>> {
    const files = await this.filesOf(customerId, fresh);
    const then = [...anyOf('customer', files), upTo(moment)];
    const told = files.length > 1 ? [...types, ...this.merging.types] : types;
    const { value, ...state } = await this.everyEvent(files, [...anyOf('type', told), upTo(moment)], fresh);
    const last = await this.views.find(auditEntries, { where: then, sort: LAST_FIRST, limit: 1 });
    const at = timeOf(moment, last.value.items[0]?.document);
    return { ...state, value: { events: countedNow(until(value, moment), this.merging), at } };
  }

  async ledTo(customerIds: readonly string[], moment: Moment, fresh?: Freshness): Promise<readonly string[]> {
    const said = await Promise.all(customerIds.map((id) => this.linksAt(id, moment, fresh)));
    return [...new Set(customerIds.map((id, index) => said[index]!.customerOf(id)))];
  }

  /** Other requests have their turn after each part. */
  async *ofAll(moment: Moment, types: readonly string[]): AsyncIterable<readonly RecordedEvent[]> {
    const occurred: RecordedEvent[] = [];
    const counting = await this.countingAt(moment);
    for await (const events of this.log.readAll(0, { types })) {
      const counted = until(events, moment).map(counting);
      if ('occurredAt' in moment) occurred.push(...counted);
      else yield counted;
      await turn();
      if (occurred.length > MOST_SORTED) throw pastProblems.problem('TooManyEvents', { most: MOST_SORTED });
      if ('position' in moment && events.at(-1)!.position >= moment.position) return;
    }
    if ('occurredAt' in moment) yield* inParts(until(occurred, moment), PAGE);
  }

  /** Every event of a customer over all its streams, in log order, that meets the conditions. */
  async whole(
    customerId: string,
    conditions: readonly Condition[],
    fresh?: Freshness,
  ): Promise<Answer<readonly RecordedEvent[]>> {
    return this.everyEvent([customerId], conditions, fresh);
  }

  private async everyEvent(customerIds: readonly string[], conditions: readonly Condition[], fresh?: Freshness) {
    const where = [...anyOf('customer', customerIds), ...conditions];
    return everyPage({ where, sort: { field: 'position' }, limit: PAGE }, (query) => this.page(query, fresh));
  }

  /** Which files belong to whom at a moment, as far as they concern a customer. */
  private async linksAt(customerId: string, moment: Moment, fresh?: Freshness): Promise<Links> {
    const files = await this.filesOf(customerId, fresh);
    if (files.length === 1) return new Links();
    const { value } = await this.everyEvent(files, [...anyOf('type', this.merging.types), upTo(moment)], fresh);
    return new Links(linksIn(until(value, moment), this.merging));
  }

  /** How events of all customers count at a moment. */
  private async countingAt(moment: Moment): Promise<(event: RecordedEvent) => RecordedEvent> {
    const said: RecordedEvent[] = [];
    for await (const events of this.log.readAll(0, { types: this.merging.types })) said.push(...events);
    const links = new Links(linksIn(until(said, moment), this.merging));
    return (event) => countedFor(event, (file) => links.customerOf(file), this.merging);
  }

  async isKnown(customerId: string): Promise<boolean> {
    const { value } = await this.views.find(auditEntries, {
      where: [{ field: 'customer', is: customerId }],
      limit: 1,
    });
    return value.items.length > 0;
  }
}
