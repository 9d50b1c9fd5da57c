import { NO_FOREIGN_EVENTS } from '@annals/event-sourcing';
import type { Collection, Commit, DocumentStore, EventStore, ForeignEvents } from '@annals/event-sourcing';

const FOREIGN: Collection = { name: 'foreign-events', fields: {}, indexes: [] };

/** The events of other programs in the log, as far as the views have come. */
export const knownForeignEvents = async (log: EventStore, store: DocumentStore): Promise<ForeignEvents> => {
  const [known] = await store.get(FOREIGN.name, [await log.identity()]);
  return (known?.body as ForeignEvents | undefined) ?? NO_FOREIGN_EVENTS;
};

/** Remembers for `annals status` and for later starts how many events of other programs the log has. */
export class ForeignTally {
  private told = 0;

  constructor(
    private readonly log: EventStore,
    private readonly store: DocumentStore,
  ) {}

  /** To be called before the log is followed. */
  async open(): Promise<void> {
    const known = await knownForeignEvents(this.log, this.store);
    this.log.passedBefore(known);
    this.told = known.count;
  }

  /** What belongs to the next commit of views; none if nothing is new. */
  async due(): Promise<readonly Commit[]> {
    const body = this.log.passedOver();
    if (body.count === this.told) return [];
    await this.store.open(FOREIGN);
    this.told = body.count;
    return [
      { collection: FOREIGN.name, writes: [{ id: await this.log.identity(), position: body.upto, body, fields: {} }] },
    ];
  }

  /** For a log to which only other programs write. */
  async keep(): Promise<void> {
    const commits = await this.due();
    if (commits.length > 0) await this.store.commit(commits);
  }
}
