import { CustomerPlaces } from '@annals/access';
import { FoldedViews, typesOf, type Moment, type ReportedView } from '@annals/event-sourcing';
import { Injectable } from '@nestjs/common';
import { Names } from '../names.js';
import { PastEvents } from '../past-events.js';
import { ViewsThen } from '../views-then.js';
import { Reports } from './reports.js';

/** Reports as they would have been made at a moment, from the events of the log that count then. Today's rights apply. */
@Injectable()
export class ReportsThen {
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly places: CustomerPlaces,
    private readonly names: Names,
    private readonly past: PastEvents,
  ) {}

  /** One after the other, so that they do not take the memory of the process together. Throws as `PastEvents.ofAll` does. */
  async at(view: ReportedView, moment: Moment): Promise<Reports> {
    const made = this.last.catch(() => undefined).then(() => this.made(view, moment));
    this.last = made;
    return made;
  }

  private async made(view: ReportedView, moment: Moment): Promise<Reports> {
    const views = [view, ...this.names.viewsNaming('customer')];
    const folded = new FoldedViews(views);
    let position = 0;
    for await (const events of this.past.ofAll(moment, views.flatMap(typesOf))) {
      folded.add(events);
      position = events.reduce((last, event) => Math.max(last, event.position), position);
    }
    return new Reports(new ViewsThen(folded, { position, stale: false }), this.places, this.names);
  }
}
