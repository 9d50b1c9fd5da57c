import type { AllStreamRecordedEvent } from '@eventstore/db-client';
import { isForeign, positionOf } from './envelope.js';

/** Counts the events of other programs that readers pass over, each once, however many readers there are. */
export class Foreign {
  count = 0;
  private last = 0;

  /** The events must be in the order of the log, without some only if those are not foreign. */
  readonly pass = (events: readonly AllStreamRecordedEvent[]): void => {
    for (const event of events) {
      const position = positionOf(event);
      if (position <= this.last) continue;
      this.last = position;
      if (isForeign(event)) this.count += 1;
    }
  };
}
