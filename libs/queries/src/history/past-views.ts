import { FoldedViews, MergedHistory, type EventStore, type Moment, type RecordedEvent } from '@annals/event-sourcing';
import type { AnyProjection, Answer, Freshness } from '@annals/projecting';
import { setImmediate as turn } from 'node:timers/promises';
import type { Counted, Sequence, Stretch } from './sequence.js';
import type { Timeline } from './timeline.js';
import type { Timelines } from './timelines.js';

const TURN = 1_000; // events, after which other requests have their turn

/** What counts of a customer at a moment. */
export type Past = {
  readonly views: FoldedViews;
  readonly counted: Counted;
  /** All that is known now. */
  readonly timeline: Timeline;
  /** Of a customer that was ever merged with others: how further events count. */
  readonly merged?: MergedHistory;
};

/**
 * Views of customers as of moments. Of long histories, snapshots are kept in memory, so that only the events between one and the moment
 * are read and folded.
 */
export class PastViews {
  constructor(
    private readonly views: readonly AnyProjection[],
    private readonly timelines: Timelines,
    private readonly log: Pick<EventStore, 'readAt'>,
  ) {}

  async at(customerId: string, moment: Moment, fresh?: Freshness): Promise<Answer<Past>> {
    const { value: timeline, ...state } = await this.timelines.of(customerId, fresh);
    return { ...state, value: await this.counting(timeline, timeline.at(moment)) };
  }

  /** The views where a stretch begins, and its events. */
  async along<S extends Stretch>(
    customerId: string,
    choose: (timeline: Timeline) => S,
    fresh?: Freshness,
  ): Promise<Answer<Past & { readonly stretch: S; readonly events: readonly RecordedEvent[] }>> {
    const { value: timeline, ...state } = await this.timelines.of(customerId, fresh);
    const stretch = choose(timeline);
    const past = await this.counting(timeline, stretch.since);
    const events = await this.log.readAt(stretch.entries);
    const counted = past.merged ? events.map((event) => past.merged!.take(event)) : events;
    return { ...state, value: { ...past, stretch, events: counted } };
  }

  private async counting(timeline: Timeline, counted: Counted): Promise<Past> {
    const { sequence, count, others } = counted;
    if (timeline.files.length > 1) return this.countingMerged(timeline, counted);
    const views = await this.foldedTo(sequence, count);
    if (others.length > 0) views.add(await this.log.readAt(others));
    this.timelines.makeRoom();
    return { views, counted, timeline };
  }

  /** Each event counts for the customer to whom its file belongs at the moment, which snapshots do not know. */
  private async countingMerged(timeline: Timeline, counted: Counted): Promise<Past> {
    const { sequence, count, others } = counted;
    const events = await this.log.readAt([...sequence.entries.slice(0, count), ...others]);
    const merged = new MergedHistory(this.timelines.merging);
    for (const event of events) merged.take(event);
    const views = new FoldedViews(this.views);
    views.add(merged.counted());
    return { views, counted, timeline, merged };
  }

  /** The views after the first `count` events; snapshots are made on the way as long as the log has every event. */
  private async foldedTo(sequence: Sequence, count: number): Promise<FoldedViews> {
    const since = sequence.before(count) ?? { count: 0, views: new FoldedViews(this.views) };
    let views = since.views.copy();
    let isWhole = true;
    for (const { from, to } of sequence.stretches(since.count, count)) {
      const events = await this.log.readAt(sequence.entries.slice(from, to));
      views.add(events);
      isWhole &&= events.length === to - from;
      if (isWhole && sequence.keep(to, views)) views = views.copy();
      if (to % TURN === 0) await turn();
    }
    return views;
  }
}
