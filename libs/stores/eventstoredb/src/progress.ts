import type { AllStreamRecordedEvent, Position, START } from '@eventstore/db-client';
import { positionOf } from './envelope.js';

export type Start = Position | typeof START;

/** The progress of a follower. Both numbers of a position are kept, because EventStoreDB requires both to start at it. */
export class Progress {
  /** The event after which a subscription starts. */
  begin: Start | undefined;

  constructor(private last: number) {}

  /** Events that were not seen before: a subscription may repeat some. */
  fresh(events: readonly AllStreamRecordedEvent[]): AllStreamRecordedEvent[] {
    return events.filter((event) => {
      const position = positionOf(event);
      const isFresh = position > this.last;
      this.last = Math.max(this.last, position);
      if (isFresh) this.begin = event.position;
      return isFresh;
    });
  }

  /** No wanted events up to here. A prepare position of 0 marks the end of the log, not an event: starting there would skip the next event. */
  pass(checkpoint: Position) {
    const isEvent = checkpoint.prepare > 0n;
    const isBehind = typeof this.begin !== 'object' || checkpoint.commit > this.begin.commit;
    if (isEvent && isBehind) this.begin = checkpoint;
  }
}
