import { FoldedViews, oneByOne, typesOf, type Moment, type Projection } from '@annals/event-sourcing';
import { Injectable } from '@nestjs/common';
import { PastEvents } from './past-events.js';
import { ViewsThen } from './views-then.js';

/** Views of all customers as of a moment, from the events of the log that count then. */
@Injectable()
export class WholePast {
  private readonly inTurn = oneByOne();

  constructor(private readonly past: PastEvents) {}

  /** One after the other, so that they do not take the memory of the process together. Throws as `PastEvents.ofAll` does. */
  async at(views: readonly Projection<never, never>[], moment: Moment): Promise<ViewsThen> {
    return this.inTurn(() => this.made(views, moment));
  }

  private async made(views: readonly Projection<never, never>[], moment: Moment): Promise<ViewsThen> {
    const folded = new FoldedViews(views);
    let position = 0;
    for await (const events of this.past.ofAll(moment, views.flatMap(typesOf))) {
      folded.add(events);
      position = events.reduce((last, event) => Math.max(last, event.position), position);
    }
    return new ViewsThen(folded, { position, stale: false });
  }
}
