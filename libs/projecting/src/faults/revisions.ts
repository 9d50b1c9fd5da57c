import { streamIncomplete, type LogFault, type RecordedEvent } from '@annals/event-sourcing';

const MOST = 100_000; // streams

/**
 * Notices streams that lack events while a log is read for other reasons. Of many streams it knows those that were read
 * last, and of a log that is not read from its beginning only what it has seen.
 */
export class Revisions {
  private readonly last = new Map<string, number>();

  constructor(private isWhole: boolean) {}

  /** What is missing before these events, which are in the order of the log. */
  missingBefore(events: readonly RecordedEvent[]): readonly LogFault[] {
    return events.flatMap((event) => {
      const { stream, revision } = event;
      const before = this.last.get(stream) ?? (this.isWhole ? -1 : undefined);
      this.remember(stream, revision);
      if (before === undefined || revision <= before + 1) return [];
      return [streamIncomplete(stream, before < 0 ? 'truncated' : 'gap', before + 1, event)];
    });
  }

  private remember(stream: string, revision: number) {
    this.last.delete(stream); // becomes the most recent
    this.last.set(stream, revision);
    if (this.last.size <= MOST) return;
    this.last.delete(this.last.keys().next().value!);
    this.isWhole = false; // a stream that is not known any more may have begun before
  }
}
