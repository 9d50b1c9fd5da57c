import { authProblems } from '@annals/auth';
import {
  CustomerPlaces,
  decide,
  decideForAll,
  decideOnOrganisation,
  EventMask,
  LiveOrganisation,
  OtherCustomers,
  type Rights,
} from '@annals/access';
import { ORGANISATION } from '@annals/contracts-organisation';
import type { RecordedEvent } from '@annals/event-sourcing';
import type { Caller } from '@annals/http';
import { Injectable } from '@nestjs/common';
import type { Lens } from './lens.js';
import { queryProblems } from '../queries.problems.js';

/** What a reader of the feed may see of each event: it belongs to a customer, or to the organisation. */
@Injectable()
export class EventAccess {
  constructor(
    private readonly organisation: LiveOrganisation,
    private readonly places: CustomerPlaces,
    private readonly mask: EventMask,
    private readonly others: OtherCustomers,
  ) {}

  /** The rights are those of the moment of each batch, so that a stream ends to show what it may not show any more. */
  lens(caller: Caller): Lens {
    return async (events) => {
      const rights = await this.organisation.rightsOf(caller);
      if (!rights.may('events.read')) throw authProblems.problem('NotAllowed');
      const decided = decideForAll(rights, 'events.read');
      const keys = decided ? new Map<string, readonly string[]>() : await this.keys(events);
      const shown = events.flatMap((event) => {
        const { visible, masked } = isOrganisational(event)
          ? decideOnOrganisation(rights)
          : (decided ?? decide(rights, 'events.read', keys.get(event.subject) ?? []));
        return visible ? [masked ? this.mask.masked(event) : event] : [];
      });
      return this.others.hidden(shown, (ids) => this.seen(rights, ids));
    };
  }

  private async seen(rights: Rights, customerIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (decideForAll(rights, 'customers.read')?.visible) return new Set(customerIds);
    const { value } = await this.places.keysOf(customerIds);
    return new Set(customerIds.filter((id) => decide(rights, 'customers.read', value.get(id) ?? []).visible));
  }

  /** Of the customers as they are once all these events count: waits for the view, or a new customer would be missed. */
  private async keys(events: readonly RecordedEvent[]) {
    const position = events.at(-1)?.position ?? 0;
    const subjects = events.map(({ subject }) => subject);
    const { value, stale } = await this.places.keysOf(subjects, { position });
    if (stale) throw queryProblems.problem('ViewBehind', { position }, { 'Retry-After': '1' });
    return value;
  }
}

const isOrganisational = ({ subject }: RecordedEvent) => subject === ORGANISATION;
