import { FoldedViews, type EventStore, type Moment, type RecordedEvent } from '@annals/event-sourcing';
import type { AnyProjection, Answer, Freshness } from '@annals/projecting';
import { setImmediate as turn } from 'node:timers/promises';
import type { History } from './history.js';
import type { Counted, Sequence, Stretch } from './sequence.js';
import { Timeline } from './timeline.js';

/** `every`: events between snapshots, which shorter histories do without; `most`: bytes of all kept histories together. */
export type SnapshotLimits = { readonly every: number; readonly most: number };

const LIMITS: SnapshotLimits = { every: 200, most: 64 * 1024 * 1024 };
const TURN = 1_000; // events, after which other requests have their turn

/** What counts of a customer at a moment. */
export type Past = {
  readonly views: FoldedViews;
  readonly counted: Counted;
  /** All that is known now. */
  readonly timeline: Timeline;
};

/**
 * Views of customers as of moments. Of long histories, snapshots are kept in memory, so that only the events between one and the moment
 * are read and folded. They are thrown away if the log does not have the last event that they rest on, as after a restored
 * backup.
 */
export class PastViews {
  private readonly kept = new Map<string, Timeline>();

  constructor(
    private readonly views: readonly AnyProjection[],
    private readonly history: History,
    private readonly log: Pick<EventStore, 'readAt'>,
    private readonly limits = LIMITS,
  ) {}

  async at(customerId: string, moment: Moment, fresh?: Freshness): Promise<Answer<Past>> {
    const { value: timeline, ...state } = await this.timelineOf(customerId, fresh);
    return { ...state, value: await this.counting(timeline, timeline.at(moment)) };
  }

  /** The views where a stretch begins, and its events. */
  async along<S extends Stretch>(
    customerId: string,
    choose: (timeline: Timeline) => S,
    fresh?: Freshness,
  ): Promise<Answer<Past & { readonly stretch: S; readonly events: readonly RecordedEvent[] }>> {
    const { value: timeline, ...state } = await this.timelineOf(customerId, fresh);
    const stretch = choose(timeline);
    const past = await this.counting(timeline, stretch.since);
    return { ...state, value: { ...past, stretch, events: await this.log.readAt(stretch.entries) } };
  }

  private async counting(timeline: Timeline, counted: Counted): Promise<Past> {
    const { sequence, count, others } = counted;
    const views = await this.foldedTo(sequence, count);
    if (others.length > 0) views.add(await this.log.readAt(others));
    this.makeRoom();
    return { views, counted, timeline };
  }

  private async timelineOf(customerId: string, fresh?: Freshness): Promise<Answer<Timeline>> {
    const known = this.kept.get(customerId);
    const timeline = known && (await this.isInLog(known)) ? known : new Timeline(this.limits.every);
    const { value: rows, ...state } = await this.history.rowsAfter(customerId, timeline.position, fresh);
    timeline.add(rows);
    this.kept.delete(customerId);
    if (timeline.length > this.limits.every && (await this.isInLog(timeline))) this.kept.set(customerId, timeline); // as the most recent
    return { ...state, value: timeline };
  }

  private async isInLog({ last }: Timeline): Promise<boolean> {
    const [event] = last ? await this.log.readAt([last]) : [];
    return event?.id === last?.id;
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

  /** The histories that were asked for last stay; of one that is too large alone, fewer snapshots. */
  private makeRoom() {
    const sizes = [...this.kept.values()].map(({ bytes }) => bytes);
    let bytes = sizes.reduce((sum, size) => sum + size, 0);
    for (const [customerId, timeline] of this.kept) {
      if (bytes <= this.limits.most) return;
      bytes -= timeline.bytes;
      const isLast = this.kept.size === 1;
      if (!isLast || !timeline.shrinkTo(this.limits.most)) this.kept.delete(customerId);
    }
  }
}
