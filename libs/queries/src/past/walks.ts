import type { ReadContext } from '@annals/access';
import { daysIn } from '@annals/analytics';
import { Configuration } from '@annals/configuration';
import { asRecorded, type Moment, type RecordedEvent } from '@annals/event-sourcing';
import { freshnessHeaders, momentProblems, Moments } from '@annals/http';
import type { Answer } from '@annals/projecting';
import { momentOf, rightsOfPage, timeOf, type Axis } from '@annals/reading';
import { CATALOGUE, type Catalogue } from '@annals/slice';
import { Inject, Injectable } from '@nestjs/common';
import { refuseUnknown } from '../customers/unknown.js';
import { PastPage } from '../customers/past-page.js';
import { ShownEntries, type Sight } from '../history/shown-entries.js';
import type { Stretch } from '../history/sequence.js';
import type { Timeline } from '../history/timeline.js';
import { queryProblems } from '../queries.problems.js';
import { differencesOver, type CustomerDiff } from './diff.js';
import { PageWalk, partsThatChange } from './page-walk.js';
import { stretchOf, type CustomerReplay } from './replay.js';
import type { DiffQuery, ReplayQuery } from './walk.query.js';

const MOST = 1_000; // events between two moments

type Along<S extends Stretch> = {
  readonly timeline: Timeline;
  readonly stretch: S;
  readonly events: readonly RecordedEvent[];
  readonly walkOn: (day: string) => PageWalk;
  readonly sight: Sight;
};

/** Walks over the histories of customers, for those who may read them. Each throws 404 for a customer who is not known, or was not yet. */
@Injectable()
export class Walks {
  private readonly rights: readonly string[];
  private readonly parts: Catalogue['page'];
  private readonly dayOf: (instant: Date) => string;

  constructor(
    @Inject(CATALOGUE) { page }: Pick<Catalogue, 'page'>,
    private readonly past: PastPage,
    private readonly entries: ShownEntries,
    private readonly moments: Moments,
    { calendar }: Configuration,
  ) {
    this.parts = partsThatChange(page);
    this.rights = rightsOfPage(this.parts);
    this.dayOf = daysIn(calendar.timeZone).dayOf;
  }

  /** Throws `HttpProblem` 400 `MomentInvalid`, `PeriodInvalid` and `TooManyEventsBetween`. */
  async diff(customerId: string, query: DiffQuery, context: ReadContext): Promise<Answer<CustomerDiff>> {
    const { axis, from, to = new Date().toISOString() } = query;
    const [first, second] = [this.momentIn(from, axis, 'from'), this.momentIn(to, axis, 'to')];
    const choose = (timeline: Timeline) => {
      const between = isBefore(second, first) ? undefined : timeline.between(first, second);
      if (!between) throw momentProblems.problem('PeriodInvalid', { from, to });
      const count = between.entries.length;
      if (count > MOST) throw queryProblems.problem('TooManyEventsBetween', { count, most: MOST });
      return between;
    };
    const { value, ...state } = await this.along(customerId, context, choose);
    const { stretch, events, sight, timeline } = value;
    const walk = value.walkOn(this.dayOf(timeOf(first, stretch.since.last)));
    const reached = this.dayOf(timeOf(second, stretch.last));
    const changes = await differencesOver(walk, events, { dayOf: (event) => this.dayIn(axis, event), last: reached });
    const behind = new Set(changes.flatMap(({ positions }) => positions));
    const shown = events.filter(({ position }) => behind.has(position));
    const entries = await this.entries.of(shown.map(asRecorded), sight, timeline);
    return { ...state, value: { ...{ customerId, from, to, axis }, changes, events: entries } };
  }

  async replay(customerId: string, query: ReplayQuery, context: ReadContext): Promise<Answer<CustomerReplay>> {
    const { axis, order } = query;
    const choose = (timeline: Timeline) => {
      const { first, count, next } = stretchOf(timeline.length, query);
      return { ...timeline.after(first - 1, count, axis), first, next };
    };
    const { value, ...state } = await this.along(customerId, context, choose);
    const { timeline, events, stretch, sight } = value;
    const walk = value.walkOn(this.dayOf(new Date(stretch.since.last?.recordedAt ?? 0)));
    const entries = await this.entries.of(events.map(asRecorded), sight, timeline);
    const steps = events.map((event, index) => {
      const changes = walk.take(event, this.dayIn(axis, event));
      const entry = entries[index]!;
      const of = { event: entry, decidedOn: entry.decidedOn };
      return { step: stretch.first + index, ...of, changes, page: walk.page ?? {} };
    });
    const items = order === 'asc' ? steps : steps.toReversed();
    return { ...state, value: { ...{ customerId, axis, total: timeline.length }, items, next: stretch.next } };
  }

  private async along<S extends Stretch>(
    customerId: string,
    context: ReadContext,
    choose: (timeline: Timeline) => S,
  ): Promise<Answer<Along<S>>> {
    const { masked } = await context.expectVisible('history.read', customerId);
    const allowed = await context.allowed(this.rights, customerId);
    const { value, ...state } = await this.past.past.along(customerId, choose, context.fresh);
    const { views, timeline, stretch, events } = value;
    if (!stretch.last) refuseUnknown(customerId, timeline, freshnessHeaders(state));
    const of = { customerId, masked, isAllowed: (right: string) => allowed.includes(right) };
    const walkOn = (day: string) => new PageWalk(this.parts, views, of, day);
    return { ...state, value: { timeline, stretch, events, walkOn, sight: { context, masked } } };
  }

  /** A position has no place in the order of occurrence. */
  private momentIn(text: string, axis: Axis, field: 'from' | 'to'): Moment {
    const moment = momentOf(this.moments, text, axis, field);
    if ('position' in moment && axis === 'occurred') throw momentProblems.problem('MomentInvalid', { field });
    return moment;
  }

  private dayIn(axis: Axis, { recordedAt, occurredAt }: RecordedEvent): string {
    return this.dayOf(new Date(axis === 'recorded' ? recordedAt : occurredAt));
  }
}

const isBefore = (one: Moment, other: Moment): boolean => {
  if ('position' in one) return 'position' in other && one.position < other.position;
  return !('position' in other) && timeOf(one, undefined) < timeOf(other, undefined);
};
