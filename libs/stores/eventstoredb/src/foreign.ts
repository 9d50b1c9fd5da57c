import { OTHER_TYPES, type ForeignEvents } from '@annals/event-sourcing';
import type { AllStreamRecordedEvent } from '@eventstore/db-client';
import { isForeign, positionOf } from './envelope.js';

const MOST_TYPES = 20;

/** Counts the events of other programs that readers pass over, each once, however many readers there are. */
export class Foreign {
  private types = new Map<string, number>();
  private count = 0;
  private upto = 0;

  get all(): ForeignEvents {
    return { count: this.count, types: Object.fromEntries(this.types), upto: this.upto };
  }

  /** The events must be in the order of the log, without some only if those are not foreign. */
  readonly pass = (events: readonly AllStreamRecordedEvent[]): void => {
    for (const event of events) {
      const position = positionOf(event);
      if (position <= this.upto) continue;
      this.upto = position;
      if (!isForeign(event)) continue;
      this.count += 1;
      const type = this.types.has(event.type) || this.types.size < MOST_TYPES ? event.type : OTHER_TYPES;
      this.types.set(type, (this.types.get(type) ?? 0) + 1);
    }
  };

  /** Goes on after events that were counted before. */
  goOn({ count, types, upto }: ForeignEvents): void {
    if (upto <= this.upto) return;
    [this.count, this.types, this.upto] = [count, new Map(Object.entries(types)), upto];
  }
}
