import type { ReadContext } from '@annals/access';
import { Configuration } from '@annals/configuration';
import { asRecorded, type Language } from '@annals/event-sourcing';
import { freshnessHeaders } from '@annals/http';
import type { Answer } from '@annals/projecting';
import { rightsOfPage } from '@annals/reading';
import { CATALOGUE, type Catalogue } from '@annals/slice';
import { Inject, Injectable } from '@nestjs/common';
import { PastPage } from '../customers/past-page.js';
import { refuseUnknown } from '../customers/unknown.js';
import { ShownEntries, type Sight } from '../history/shown-entries.js';
import type { Timeline } from '../history/timeline.js';
import { queryProblems } from '../queries.problems.js';
import { changesIn, comparedUnder, type OtherOutcome } from './comparison.js';
import { rulesUnder } from './other-rules.js';
import type { DecisionDifference, WhatIfReport } from './report.js';
import type { WhatIfQuery } from './what-if.query.js';

const MOST = 5_000; // events of a history

/** What would have been different under other settings, for those who may read the history. It changes nothing. */
@Injectable()
export class WhatIfs {
  constructor(
    @Inject(CATALOGUE) private readonly real: Catalogue,
    private readonly past: PastPage,
    private readonly entries: ShownEntries,
    private readonly configuration: Configuration,
  ) {}

  /** Throws `HttpProblem` 400 for settings that are not valid and histories that are too long, 404 for a customer who is not known. */
  async of(
    customerId: string,
    { under, item, limit }: WhatIfQuery,
    context: ReadContext,
    language: Language,
  ): Promise<Answer<WhatIfReport>> {
    const { masked } = await context.expectVisible('history.read', customerId);
    const { page, slices } = this.real;
    const { settings, catalogue } = rulesUnder(slices, this.configuration, under);
    const allowed = await context.allowed(rightsOfPage(page), customerId);
    const { value, ...state } = await this.past.past.along(customerId, whole, context.fresh);
    const { timeline } = value;
    const events = value.events.map(asRecorded);
    if (!timeline.last) refuseUnknown(customerId, timeline, freshnessHeaders(state));
    const of = { customerId, masked, isAllowed: (right: string) => allowed.includes(right) };
    const { outcomes, ...rest } = await comparedUnder({
      ...{ history: events, real: this.real, under: catalogue, of, now: new Date() },
    });
    const items = await Promise.all(
      outcomes
        .slice(item - 1, item - 1 + limit)
        .map((outcome, index) => this.told(outcome, { item: item + index, timeline, language, context, masked })),
    );
    const next = item + limit <= outcomes.length ? item + limit : null;
    return {
      ...state,
      value: { customerId, settings, events: events.length, total: outcomes.length, items, next, ...rest },
    };
  }

  private async told(
    { recorded, would, refusal, alsoPresently }: OtherOutcome,
    {
      item,
      timeline,
      language,
      ...sight
    }: Sight & {
      readonly item: number;
      readonly timeline: Timeline;
      readonly language: Language;
    },
  ): Promise<DecisionDifference> {
    const [was, instead] = await Promise.all(
      [recorded, would].map((events) => this.entries.of(events, sight, timeline)),
    );
    const { problem, sentence, code } = refusal ?? {};
    return {
      ...{ item, recorded: was!, would: instead! },
      refusal: code === undefined ? null : { code, title: problem!.title[language], detail: sentence![language] },
      changes: changesIn(was!, instead!),
      decidedOn: was![0]?.decidedOn ?? [],
      alsoPresently,
    };
  }
}

const whole = (timeline: Timeline) => {
  if (timeline.length > MOST) throw queryProblems.problem('HistoryTooLong', { count: timeline.length, most: MOST });
  return timeline.after(0, MOST, 'recorded');
};
