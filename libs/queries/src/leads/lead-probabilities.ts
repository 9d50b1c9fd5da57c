import type { ReadContext } from '@annals/access';
import { bayesScore, smoothed, STEP, type Frequencies, type Outcomes } from '@annals/analytics';
import { ratio } from '@annals/contracts-values';
import type { Group } from '@annals/event-sourcing';
import { Views } from '@annals/projecting';
import {
  LEAD_STEPS,
  leadOutcomes,
  openLead,
  outcomeKey,
  type LeadDocument,
  type LeadOutcome,
} from '@annals/projections-leads';
import { Injectable } from '@nestjs/common';

/** What a value of a lead contributes to its probability. */
export type LeadEvidence = {
  readonly field: string;
  readonly value: string;
  /** The leads with this value that were converted. */
  readonly converted: number;
  /** The leads with this value that were disqualified. */
  readonly disqualified: number;
  /**
   * By how much it multiplies the odds: above 1 for a value that is more frequent among converted leads.
   * @fraction
   */
  readonly ratio: number;
};

/** How probable it is that a lead is converted, by naive Bayes over all leads that have ended. */
export type LeadProbability = {
  readonly leadId: string;
  /**
   * From 0 to 1; `null` before a lead was converted and another one disqualified.
   * @fraction
   */
  readonly probability: number | null;
  readonly converted: number;
  readonly disqualified: number;
  readonly evidence: readonly LeadEvidence[];
};

const SMOOTHING = 0.1; // leads, added to each outcome of a value

/** Computed from counts by value, whose number does not grow with that of leads. */
@Injectable()
export class LeadProbabilities {
  constructor(private readonly views: Views) {}

  async of(lead: LeadDocument, { fresh }: ReadContext): Promise<LeadProbability> {
    const values = openLead(lead);
    const first = outcomeKey(STEP, LEAD_STEPS[0]);
    const keys = Object.entries(values).flatMap(([field, each]) => each.map((value) => outcomeKey(field, value)));
    const [{ value: found }, { value: groups }] = await Promise.all([
      this.views.many(leadOutcomes, [...new Set([first, ...keys])], fresh),
      this.views.aggregate(leadOutcomes, { groupBy: ['field'], sum: ['won', 'lost'] }, fresh),
    ]);
    const score = bayesScore(smoothed(frequenciesIn([...found.values()], groups), SMOOTHING), values, LEAD_STEPS[0]);
    const { won: converted, lost: disqualified } = found.get(first) ?? { won: 0, lost: 0 };
    const isKnown = converted > 0 && disqualified > 0 && score !== null;
    return {
      ...{ leadId: lead.leadId, converted, disqualified },
      probability: isKnown ? ratio(score.probability, 1, 4) : null,
      evidence: isKnown
        ? score.evidence.map(({ field, value, ratio: factor }) => {
            const counts = found.get(outcomeKey(field, value))!;
            return {
              ...{ field, value, converted: counts.won, disqualified: counts.lost, ratio: ratio(factor, 1, 4)! },
            };
          })
        : [],
    };
  }
}

const frequenciesIn = (outcomes: readonly LeadOutcome[], groups: readonly Group[]): Frequencies =>
  Object.fromEntries(
    groups.map(({ key: [field], count, sums: [won, lost] }) => {
      const total: Outcomes = { won: won!, lost: lost! };
      const own = outcomes.filter((each) => each.field === field);
      const of = Object.fromEntries(own.map((each) => [each.value, { won: each.won, lost: each.lost }]));
      return [field as string, { total, values: count, of }];
    }),
  );
