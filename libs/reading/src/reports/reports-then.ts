import { CustomerPlaces } from '@annals/access';
import { FoldedViews, oneByOne, typesOf, type Moment, type ReportedView, type View } from '@annals/event-sourcing';
import type { Freshness } from '@annals/projecting';
import { Injectable } from '@nestjs/common';
import { Names } from '../names.js';
import { PastEvents } from '../past-events.js';
import { ViewsThen } from '../views-then.js';
import { ledIn, type ReportRequest } from './report-request.js';
import { Reports } from './reports.js';

/** Reports as they would have been made at a moment, from the events of the log that count then. Today's rights apply. */
@Injectable()
export class ReportsThen {
  private readonly inTurn = oneByOne();

  constructor(
    private readonly places: CustomerPlaces,
    private readonly names: Names,
    private readonly past: PastEvents,
  ) {}

  /**
   * `by` are the dimensions by which they will be asked for. One after the other, so that they do not take the memory of the
   * process together. Throws as `PastEvents.ofAll` does.
   */
  async at(view: ReportedView, moment: Moment, by: readonly string[]): Promise<Reports> {
    const named = by.includes('customer') ? this.names.viewsNaming('customer') : [];
    return this.inTurn(() => this.made([view, ...named], moment));
  }

  /** The request with the survivors of those who are merged at the moment. */
  async request(sent: ReportRequest, moment: Moment, fresh?: Freshness): Promise<ReportRequest> {
    return ledIn(sent, (ids) => this.past.ledTo(ids, moment, fresh));
  }

  private async made(views: readonly View<never, object>[], moment: Moment): Promise<Reports> {
    const folded = new FoldedViews(views);
    let position = 0;
    for await (const events of this.past.ofAll(moment, views.flatMap(typesOf))) {
      folded.add(events);
      position = events.reduce((last, event) => Math.max(last, event.position), position);
    }
    return new Reports(new ViewsThen(folded, { position, stale: false }), this.places, this.names);
  }
}
