import { UpcastingEventStore, type EventStore } from '@annals/event-sourcing';

/** A log as another process sees it. */
export class SameLog extends UpcastingEventStore {
  constructor(log: EventStore) {
    super(log, []);
  }
}

/** A log that nobody can read until it is opened. */
export class ClosedLog extends SameLog {
  private readonly opening = Promise.withResolvers<void>();
  readonly open = () => this.opening.resolve();

  override async read(stream: string) {
    await this.opening.promise;
    return super.read(stream);
  }
}
