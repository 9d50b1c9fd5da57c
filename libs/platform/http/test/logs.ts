import { UpcastingEventStore, type EventStore } from '@annals/event-sourcing';

/** A handle of another process to a log. */
export class SameLog extends UpcastingEventStore {
  constructor(log: EventStore) {
    super(log, []);
  }
}

/** A log whose reads wait until it is opened. */
export class ClosedLog extends SameLog {
  private readonly opening = Promise.withResolvers<void>();
  readonly open = () => this.opening.resolve();

  override async read(stream: string, after?: number) {
    await this.opening.promise;
    return super.read(stream, after);
  }
}
