import type { RecordedEvent } from '@annals/event-sourcing';
import { MemoryEventStore } from '@annals/store-memory';

/** A log in which the first events of a stream, before this revision, were recorded long ago. */
export class AgedLog extends MemoryEventStore {
  constructor(
    private readonly stream: string,
    private readonly upto: number,
  ) {
    super();
  }

  override async read(stream: string, after?: number): Promise<readonly RecordedEvent[]> {
    const events = await super.read(stream, after);
    const isOld = ({ revision }: RecordedEvent) => stream === this.stream && revision < this.upto;
    return events.map((event) => (isOld(event) ? { ...event, recordedAt: '2020-01-01T00:00:00.000Z' } : event));
  }
}
