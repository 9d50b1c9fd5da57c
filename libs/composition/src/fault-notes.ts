import { faultId, type DocumentStore, type LogFault } from '@annals/event-sourcing';
import { noteFaults } from '@annals/projecting';

const MOST = 1_000; // faults

/** Remembers, for all processes, what this one finds to be wrong with the log. What it has noted is not written again. */
export class FaultNotes {
  private readonly told = new Set<string>();

  constructor(private readonly store: DocumentStore) {}

  readonly noted = (fault: LogFault): void => {
    const id = faultId(fault);
    if (this.told.has(id) || this.told.size === MOST) return;
    this.told.add(id);
    noteFaults(this.store, [fault], new Date()).catch(() => this.told.delete(id)); // it is met again
  };
}
