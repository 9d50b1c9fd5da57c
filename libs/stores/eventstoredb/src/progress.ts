import type { AllStreamRecordedEvent, Position, START } from '@eventstore/db-client';
import { positionOf } from './envelope.js';

export type Start = Position | typeof START;

/** How far a follower is. Both numbers of a position are kept, because EventStoreDB begins at a pair only. */
export class Progress {
  /** The event behind which a subscription begins. */
  begin: Start | undefined;

  constructor(private last: number) {}

  /** Those that have not been seen: a subscription may bring some again. */
  fresh(events: readonly AllStreamRecordedEvent[]): AllStreamRecordedEvent[] {
    return events.filter((event) => {
      const position = positionOf(event);
      const isFresh = position > this.last;
      this.last = Math.max(this.last, position);
      if (isFresh) this.begin = event.position;
      return isFresh;
    });
  }

  /** Nothing is wanted up to here. One whose prepare position is 0 is the end of the log and no event: the one that comes there would be passed over. */
  pass(checkpoint: Position) {
    const isEvent = checkpoint.prepare > 0n;
    const isBehind = typeof this.begin !== 'object' || checkpoint.commit > this.begin.commit;
    if (isEvent && isBehind) this.begin = checkpoint;
  }
}
