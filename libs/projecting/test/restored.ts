import { project, type Event } from '@annals/event-sourcing';
import { MemoryEventStore } from '@annals/store-memory';
import { appendTo, recorded, tallies } from '@annals/testing';

/** A log that can be restored to an older backup while it is being read. */
export class RestorableLog extends MemoryEventStore {
  private restored: MemoryEventStore | undefined;

  restore(backup: MemoryEventStore) {
    this.restored = backup;
  }

  override head() {
    return this.restored ? this.restored.head() : super.head();
  }

  override readAll(...args: Parameters<MemoryEventStore['readAll']>) {
    return this.restored ? this.restored.readAll(...args) : super.readAll(...args);
  }

  override follow(...args: Parameters<MemoryEventStore['follow']>) {
    return this.restored ? this.restored.follow(...args) : super.follow(...args);
  }
}

export const logOf = async (...events: readonly Event[]) => {
  const log = new MemoryEventStore();
  if (events.length > 0) await appendTo(log, ...events);
  return log;
};

export const folded = (...events: readonly Event[]) => project(tallies, recorded(events));
