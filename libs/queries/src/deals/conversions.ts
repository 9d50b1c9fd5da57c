import { CustomerPlaces, RecordGroups, type Reading, type ReadContext } from '@annals/access';
import { Configuration } from '@annals/configuration';
import type { Group, Moment } from '@annals/event-sourcing';
import type { Answer } from '@annals/projecting';
import { dealReport, type DealReportSettings } from '@annals/projections-deals';
import { HISTORY, PastEvents, WholePast } from '@annals/reading';
import { Injectable } from '@nestjs/common';
import { CONVERSION_SUMS } from './conversion.js';
import { conversionScope, outcomeScope, type ConversionScope, type OutcomeScope } from './conversion.query.js';
import { FORECAST, outcomesOf, PRESENT } from './outcomes.js';

const PERMISSION = 'deals.read';
const AT_ONCE = 500; // deals in one read

/** Sums of deals by status and step, now or as of a moment. Today's rights apply. */
@Injectable()
export class Conversions {
  readonly settings: DealReportSettings;

  constructor(
    private readonly records: RecordGroups,
    private readonly places: CustomerPlaces,
    private readonly past: PastEvents,
    private readonly whole: WholePast,
    { calendar, slices }: Configuration,
  ) {
    this.settings = { calendar, ...(slices['deals'] as Omit<DealReportSettings, 'calendar'>) };
  }

  async now(scope: ConversionScope, context: ReadContext) {
    const led = await ledIn(scope, (ids) => context.ledTo(ids));
    return this.sums(this.records, led, { context, permission: PERMISSION });
  }

  /** Throws as `PastEvents.ofAll` does, and `HttpProblem` 403 `NotAllowed` without `history.read`. */
  async at(moment: Moment, scope: ConversionScope, context: ReadContext) {
    context.expectRight(HISTORY);
    const led = await ledIn(scope, (ids) => this.past.ledTo(ids, moment, context.fresh));
    const records = new RecordGroups(await this.whole.at([dealReport(this.settings)], moment), this.places);
    return this.sums(records, led, pastReading(context));
  }

  /** What was forecast at a moment, and what has become of it; throws as `at` does. */
  async outcomes(moment: Moment, scope: OutcomeScope, context: ReadContext) {
    context.expectRight(HISTORY);
    const view = dealReport(this.settings);
    const led = await ledIn(scope, (ids) => this.past.ledTo(ids, moment, context.fresh));
    const records = new RecordGroups(await this.whole.at([view], moment), this.places);
    const then = await records.aggregate(view, { ...FORECAST, where: outcomeScope(led) }, pastReading(context));
    const ids = then.value.map(({ key }) => key[0]!);
    const now: Group[] = [];
    let state: Omit<Answer<unknown>, 'value'> = then;
    for (let from = 0; from === 0 || from < ids.length; from += AT_ONCE) {
      const where = [{ field: 'deal', in: ids.slice(from, from + AT_ONCE) }];
      const { value, ...read } = await this.records.aggregate(
        view,
        { ...PRESENT, where },
        { context, permission: PERMISSION },
      );
      now.push(...value);
      state = read;
    }
    return { ...state, value: outcomesOf(then.value, now) };
  }

  private async sums(records: RecordGroups, scope: ConversionScope, reading: Reading) {
    const groups = { where: conversionScope(scope), groupBy: ['status'], sum: CONVERSION_SUMS };
    return records.aggregate(dealReport(this.settings), groups, reading);
  }
}

const pastReading = (context: ReadContext): Reading => {
  const within = context.rights.reach(HISTORY) ?? new Set<string>();
  return { context, permission: PERMISSION, within: within === 'all' ? [] : [within] };
};

/** The scope with the survivors of merged customers. */
const ledIn = async <S extends Pick<ConversionScope, 'customer'>>(
  scope: S,
  ledTo: (ids: readonly string[]) => Promise<readonly string[]>,
): Promise<S> => {
  const { customer } = scope;
  return customer === undefined ? scope : { ...scope, customer: await ledTo([customer].flat()) };
};
