import type { Cursor, Deadline, EventStore, Origin, Query } from '@annals/event-sourcing';
import { causeOf } from './causes.js';
import { dueAfter, dueAt, instantOf } from './due.js';
import type { Place } from './place.js';
import type { PolicyOptions } from './policy-options.js';
import type { Sending } from './sending.js';
import type { Work } from './work.js';

type Due = { readonly id: string; readonly document: never };

/** The part of `Views` that deadlines need. */
export type DueViews = {
  find(
    view: Deadline['view'],
    query: Query,
    freshness?: { readonly position: number; readonly timeoutMs: number },
  ): Promise<{
    readonly value: { readonly items: readonly Due[]; readonly next: Cursor | null };
    readonly stale: boolean;
  }>;
};

type Met = { readonly count: number; readonly stale: boolean };

const BEHIND = 5_000; // ms until a view that is behind is checked again

/** Acts on the deadlines of one policy. Documents whose deadline was not handled stay due, so no position is stored. */
export class Deadlines {
  constructor(
    readonly deadline: Deadline,
    private readonly log: EventStore,
    private readonly views: DueViews,
    private readonly sending: Sending,
    private readonly options: PolicyOptions,
  ) {}

  /**
   * Sends the commands of every document whose deadline has come by `now`. If the view stays behind the log for `patience`
   * milliseconds, nothing is sent, because the deadline may have moved.
   */
  async meet(now: Date, signal: AbortSignal, patience = this.options.patience): Promise<Met> {
    const { view, due } = this.deadline;
    const where = dueAt(this.deadline, now);
    const fresh = { position: await this.log.head(), timeoutMs: patience };
    let count = 0;
    let after: Cursor | undefined;
    do {
      const query = { where, sort: { field: due }, limit: this.options.batch, after };
      const { value, stale } = await this.views.find(view, query, fresh);
      if (stale) return { count, stale };
      count += await this.act(value.items, signal);
      after = value.next ?? undefined;
    } while (after && !signal.aborted);
    return { count, stale: false };
  }

  /** Milliseconds until the next deadline after `now`; `undefined` if none is known. */
  async next(now: Date): Promise<number | undefined> {
    const { view, due } = this.deadline;
    const where = dueAfter(this.deadline, now);
    const { value } = await this.views.find(view, { where, sort: { field: due }, limit: 1 });
    const [first] = value.items;
    return first && instantOf(this.deadline, this.dueOf(first)).getTime() - this.options.time.now().getTime();
  }

  /** Concurrently for different documents; commands of one document stay in order. */
  private async act(documents: readonly Due[], signal: AbortSignal): Promise<number> {
    const groups = Object.values(Object.groupBy(documents, (document) => this.ownerOf(document)));
    const acted = await Promise.allSettled(groups.map((group) => this.actOn(group!, signal)));
    const failed = acted.find(({ status }) => status === 'rejected');
    if (failed) throw (failed as PromiseRejectedResult).reason;
    return documents.length;
  }

  private async actOn(group: readonly Due[], signal: AbortSignal) {
    const { name, send } = this.deadline;
    for (const document of group) {
      if (signal.aborted) return;
      const due = this.dueOf(document);
      const occurredAt = instantOf(this.deadline, due).toISOString();
      const cause = causeOf.deadline(this.deadline, document.id, document.document, due);
      await this.sending.all(name, send(document.document), cause, (commandId) => dated(occurredAt, commandId));
    }
  }

  private ownerOf({ id, document }: Due): string {
    return this.deadline.of?.(document) ?? id;
  }

  private dueOf({ document }: Due): string {
    return (document as Readonly<Record<string, string>>)[this.deadline.due]!;
  }
}

/** Follows the deadlines of one policy. */
export class Meeting implements Work {
  readonly policy: string;

  constructor(
    private readonly deadlines: Deadlines,
    private readonly place: Place,
    private readonly options: PolicyOptions,
  ) {
    this.policy = deadlines.deadline.name;
  }

  begin() {
    return this.place.begin(async () => 0, this.options.time.now());
  }

  async turn(signal: AbortSignal, well: () => Promise<void>): Promise<number> {
    const { time, lookEvery } = this.options;
    await this.begin();
    const now = time.now();
    const { stale } = await this.deadlines.meet(now, signal);
    await well();
    if (stale) return Math.min(BEHIND, lookEvery);
    const next = (await this.deadlines.next(now)) ?? lookEvery;
    return Math.min(Math.max(next + 1, 1), lookEvery);
  }
}

const dated = (occurredAt: string, commandId: string): Origin => ({
  ...{ commandId, correlationId: commandId, causationId: commandId, occurredAt },
  ...{ actor: 'system:clock', source: 'clock' },
});
