import { eventsMissing, eventUnreadable, outOfOrder, streamIncomplete, type LogFault } from './log-fault.js';
import type { RecordedEvent } from './message.js';

/** Where an event lies, as far as order is concerned. */
export type Lying = Pick<RecordedEvent, 'stream' | 'revision' | 'position' | 'subject' | 'type'>;

/** Finds out what is wrong with a whole log that is read from its beginning. Remembers the last revision of each stream. */
export class Inspection {
  events = 0;
  private position = 0;
  private readonly revisions = new Map<string, number>();

  /** `gapless`: positions are 1, 2, 3 … in this log. */
  constructor(private readonly gapless: boolean) {}

  get streams(): Iterable<string> {
    return this.revisions.keys();
  }

  get size(): number {
    return this.revisions.size;
  }

  /** What is wrong with the next event. */
  take(event: RecordedEvent): readonly LogFault[] {
    this.events += 1;
    const faults = [
      ...this.places(event),
      ...this.ofStream(event),
      ...(event.unreadable ? [eventUnreadable(event)] : []),
    ];
    this.position = Math.max(this.position, event.position);
    this.revisions.set(event.stream, Math.max(event.revision, this.revisions.get(event.stream) ?? -1));
    return faults;
  }

  private places({ position, ...event }: RecordedEvent): readonly LogFault[] {
    if (position <= this.position) return [outOfOrder({ ...event, position })];
    const next = this.position + 1;
    return this.gapless && position > next ? [eventsMissing(next, position - 1)] : [];
  }

  private ofStream(event: Lying): readonly LogFault[] {
    const { stream, revision, position } = event;
    const last = this.revisions.get(stream) ?? -1;
    if (revision === last + 1) return [];
    if (revision <= last) return [outOfOrder({ stream, revision, position })];
    return [streamIncomplete(stream, last < 0 ? 'truncated' : 'gap', last + 1, event)];
  }
}
