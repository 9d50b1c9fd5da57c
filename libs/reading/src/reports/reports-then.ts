import { CustomerPlaces } from '@annals/access';
import type { Moment, ReportedView } from '@annals/event-sourcing';
import type { Freshness } from '@annals/projecting';
import { Injectable } from '@nestjs/common';
import { Names } from '../names.js';
import { PastEvents } from '../past-events.js';
import { WholePast } from '../whole-past.js';
import { ledIn, type ReportRequest } from './report-request.js';
import { Reports } from './reports.js';

/** Reports as they would have been made at a moment, from the events of the log that count then. Today's rights apply. */
@Injectable()
export class ReportsThen {
  constructor(
    private readonly places: CustomerPlaces,
    private readonly names: Names,
    private readonly past: PastEvents,
    private readonly whole: WholePast,
  ) {}

  /** `by` are the dimensions by which they will be asked for. Throws as `PastEvents.ofAll` does. */
  async at(view: ReportedView, moment: Moment, by: readonly string[]): Promise<Reports> {
    const named = by.includes('customer') ? this.names.viewsNaming('customer') : [];
    return new Reports(await this.whole.at([view, ...named], moment), this.places, this.names);
  }

  /** The request with the survivors of those who are merged at the moment. */
  async request(sent: ReportRequest, moment: Moment, fresh?: Freshness): Promise<ReportRequest> {
    return ledIn(sent, (ids) => this.past.ledTo(ids, moment, fresh));
  }
}
