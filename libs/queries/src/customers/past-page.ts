import {
  FoldedViews,
  NO_PART,
  type Condition,
  type EventStore,
  type Moment,
  type ViewPart,
  type ViewRead,
} from '@annals/event-sourcing';
import type { AnyProjection, Answer, Freshness, Views } from '@annals/projecting';
import { auditEntries, type HistoryRow } from '@annals/projections-audit';
import type { AskedPage } from '@annals/reading';
import { upTo } from '../history/history.query.js';
import { PastViews, type Past } from '../history/past-views.js';
import type { Timelines } from '../history/timelines.js';
import { timeOf } from '@annals/reading';

const isHistory = ({ name }: { readonly name: string }) => name === auditEntries.name;

/** The reads of the page of a customer as of a moment. */
export class PastPage {
  /** The views of the parts that are not the history itself. */
  readonly past: PastViews;
  private readonly rows: FoldedViews;

  constructor(
    views: readonly AnyProjection[],
    private readonly stored: Views,
    private readonly log: Pick<EventStore, 'readAt'>,
    timelines: Timelines,
  ) {
    this.past = new PastViews(
      views.filter((view) => !isHistory(view)),
      timelines,
      log,
    );
    this.rows = new FoldedViews(views.filter(isHistory));
  }

  async read(
    customerId: string,
    moment: Moment,
    ask: (at: Date) => AskedPage,
    fresh?: Freshness,
  ): Promise<Answer<readonly ViewPart[]> & { readonly asked: AskedPage; readonly past: Past }> {
    const { value: past, ...state } = await this.past.at(customerId, moment, fresh);
    const asked = ask(timeOf(moment, past.counted.last));
    const reads = asked.reads.of(customerId);
    const parts = past.views.read(reads);
    const value = reads.map(async (read, index) =>
      read.view === auditEntries.name ? this.rowsOf(read, moment, past) : parts[index]!,
    );
    return { ...state, asked, past, value: await Promise.all(value) };
  }

  /** The row of an event never changes. Rows of a moment are found among the stored rows, and computed again from the events. */
  private async rowsOf(read: ViewRead, moment: Moment, past: Past): Promise<ViewPart> {
    if (!('query' in read) || !past.counted.last) return NO_PART;
    const where = [...(read.query.where ?? []), upTo(moment), ...boundsOf(past)];
    const { value } = await this.stored.find<HistoryRow>(auditEntries, { ...read.query, where });
    const rows = this.rows.copy();
    rows.add(await this.log.readAt(value.items.map(({ document }) => document)));
    return {
      ...NO_PART,
      documents: rows.read([{ view: read.view, ids: value.items.map(({ id }) => id) }])[0]!.documents,
    };
  }
}

/** What follows from the events that count, so that the index by time is not searched for others. */
const boundsOf = ({ counted, timeline }: Past): readonly Condition[] => [
  { field: 'shownAt', to: new Date(counted.latest + 1).toISOString() },
  { field: 'position', to: timeline.position + 1 },
];
