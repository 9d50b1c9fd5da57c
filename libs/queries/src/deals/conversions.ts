import { CustomerPlaces, RecordGroups, type Reading, type ReadContext } from '@annals/access';
import { Configuration } from '@annals/configuration';
import type { Moment } from '@annals/event-sourcing';
import { dealReport, type DealReportSettings } from '@annals/projections-deals';
import { HISTORY, PastEvents, WholePast } from '@annals/reading';
import { Injectable } from '@nestjs/common';
import { CONVERSION_SUMS } from './conversion.js';
import { conversionScope, type ConversionScope } from './conversion.query.js';

const PERMISSION = 'deals.read';

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
    const within = context.rights.reach(HISTORY) ?? new Set<string>();
    return this.sums(records, led, { context, permission: PERMISSION, within: within === 'all' ? [] : [within] });
  }

  private async sums(records: RecordGroups, scope: ConversionScope, reading: Reading) {
    const groups = { where: conversionScope(scope), groupBy: ['status'], sum: CONVERSION_SUMS };
    return records.aggregate(dealReport(this.settings), groups, reading);
  }
}

/** The scope with the survivors of merged customers. */
const ledIn = async (scope: ConversionScope, ledTo: (ids: readonly string[]) => Promise<readonly string[]>) => {
  const { customer } = scope;
  return customer === undefined ? scope : { ...scope, customer: await ledTo([customer].flat()) };
};
