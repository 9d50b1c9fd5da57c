import type { EventStore, Merging } from '@annals/event-sourcing';
import type { Answer, Freshness } from '@annals/projecting';
import type { History } from './history.js';
import { Timeline } from './timeline.js';

/** `every`: events between snapshots, which shorter histories do without; `most`: bytes of all kept histories together. */
export type SnapshotLimits = { readonly every: number; readonly most: number };

const LIMITS: SnapshotLimits = { every: 200, most: 64 * 1024 * 1024 };

/**
 * The timelines of customers. Long ones are kept in memory with the snapshots that are made on them, and thrown away if the log does not
 * have their last event, as after a restored backup.
 */
export class Timelines {
  private readonly kept = new Map<string, Timeline>();

  constructor(
    private readonly history: Pick<History, 'rowsAfter' | 'filesOf' | 'merging'>,
    private readonly log: Pick<EventStore, 'readAt'>,
    private readonly limits = LIMITS,
  ) {}

  get merging(): Merging {
    return this.history.merging;
  }

  /** All that is known now of a customer, and of those who were ever one customer with it. */
  async of(customerId: string, fresh?: Freshness): Promise<Answer<Timeline>> {
    const files = await this.history.filesOf(customerId, fresh);
    const key = files.join();
    const known = this.kept.get(key);
    const timeline = known && (await this.isInLog(known)) ? known : new Timeline(this.limits.every, files);
    const { value: rows, ...state } = await this.history.rowsAfter(files, timeline.position, fresh);
    timeline.add(rows);
    this.kept.delete(key);
    if (timeline.length > this.limits.every && (await this.isInLog(timeline))) this.kept.set(key, timeline); // as the most recent
    this.makeRoom();
    return { ...state, value: timeline };
  }

  /** The histories that were asked for last stay; of one that is too large alone, fewer snapshots. */
  makeRoom(): void {
    const sizes = [...this.kept.values()].map(({ bytes }) => bytes);
    let bytes = sizes.reduce((sum, size) => sum + size, 0);
    for (const [customerId, timeline] of this.kept) {
      if (bytes <= this.limits.most) return;
      bytes -= timeline.bytes;
      const isLast = this.kept.size === 1;
      if (!isLast || !timeline.shrinkTo(this.limits.most)) this.kept.delete(customerId);
    }
  }

  private async isInLog({ last }: Timeline): Promise<boolean> {
    const [event] = last ? await this.log.readAt([last]) : [];
    return event?.id === last?.id;
  }
}
