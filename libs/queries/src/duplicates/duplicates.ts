import { accessProblems, CustomerPlaces, decide, maskedAt, type ReadContext } from '@annals/access';
import { Configuration } from '@annals/configuration';
import type { Language } from '@annals/event-sourcing';
import { decodeCursor, encodeCursor, freshnessHeaders } from '@annals/http';
import { EVIDENCE, type Comparison, type MatchThresholds } from '@annals/matching';
import { Views, type Answer } from '@annals/projecting';
import { customerList, scopesOf, type CustomerRow } from '@annals/projections-customers';
import { Injectable } from '@nestjs/common';
import { leadToSurvivor, type LeadAsked } from '../customers/lead-to.js';
import { Candidates, type Match } from './candidates.js';
import type { PairsQuery } from './duplicates.query.js';

/** What speaks for one customer, or with a weight below zero for two. `weight` is in bits, `detail` in the language of the caller. */
export type EvidenceOfPair = { readonly code: string; readonly weight: number; readonly detail: string };

type Judged = {
  /**
   * How probable it is that the customers are one, from 0 to 1.
   * @fraction
   */
  readonly score: number;
  readonly verdict: 'same' | 'probable';
  /** The strongest first. */
  readonly evidence: readonly EvidenceOfPair[];
};

/** A probable duplicate. */
export type Duplicate = Judged & { readonly customer: CustomerRow };

/** The probable duplicates of a customer, the most probable first, and the scores from which they count as such. */
export type DuplicatesOfCustomer = {
  readonly customerId: string;
  readonly thresholds: MatchThresholds;
  readonly items: readonly Duplicate[];
};

/** Two customers that are probably one. */
export type DuplicatePair = Judged & { readonly customer: CustomerRow; readonly other: CustomerRow };

/**
 * Pairs by the id of their first customer. All pairs of one first customer are on one page, so that a page may have a few more
 * than asked for, and fewer where there are few among many customers.
 */
export type DuplicatePairs = {
  readonly thresholds: MatchThresholds;
  readonly items: readonly DuplicatePair[];
  readonly next: string | null;
};

const BATCH = 200; // customers
const ROUNDS = 10; // batches of a request

/** Customers that are probably the same, among those that the reader may see. */
@Injectable()
export class Duplicates {
  private readonly list: ReturnType<typeof customerList>;

  constructor(
    private readonly views: Views,
    private readonly candidates: Candidates,
    private readonly places: CustomerPlaces,
    configuration: Configuration,
  ) {
    this.list = customerList(configuration);
  }

  /** Throws `HttpProblem` 404 `CustomerNotFound`, and 307 `CustomerMergedInto` for a merged customer. */
  async of(
    { customerId, url }: Omit<LeadAsked, 'headers'>,
    context: ReadContext,
    language: Language,
  ): Promise<Answer<DuplicatesOfCustomer>> {
    await context.expectVisible('duplicates.read', customerId);
    const { value, ...state } = await this.views.one(this.candidates.view, customerId, context.fresh);
    if (!value) await leadToSurvivor(context, { customerId, url, headers: freshnessHeaders(state) });
    const file = value ?? accessProblems.fail('CustomerNotFound', { id: customerId }, freshnessHeaders(state));
    const items = await this.shown(await this.candidates.matches([file], context), context, language);
    return { ...state, value: { customerId, thresholds: this.candidates.thresholds, items } };
  }

  /** What the reader sees of the customers that were found, the most probable first. */
  async shown(found: readonly Match[], context: ReadContext, language: Language) {
    const matches = found.toSorted(byScore);
    const rows = await this.rows(matches, context);
    return matches.flatMap(({ other, comparison }): readonly Duplicate[] => {
      const customer = rows.get(other);
      return customer ? [{ customer, ...judged(comparison, language) }] : [];
    });
  }

  async pairs(query: PairsQuery, context: ReadContext, language: Language): Promise<Answer<DuplicatePairs>> {
    const { found, next, ...state } = await this.scan(query, context);
    const rows = await this.rows(found, context);
    const items = found.flatMap(({ one, other, comparison }) => {
      const [customer, another] = [rows.get(one), rows.get(other)];
      return customer && another ? [{ customer, other: another, ...judged(comparison, language) }] : [];
    });
    return { ...state, value: { thresholds: this.candidates.thresholds, items, next: encodeCursor(next) } };
  }

  /** Goes through customers by id until there are as many pairs as asked for. */
  private async scan(query: PairsQuery, context: ReadContext) {
    const { view } = this.candidates;
    const where = await this.places.candidates(view, { reach: context.rights.reach('duplicates.read') }, context.fresh);
    const found: Match[] = [];
    let after = decodeCursor(query.cursor);
    for (let round = 1; ; round += 1) {
      const asked = { where, sort: { field: 'customer' }, limit: BATCH, after };
      const { value, ...state } = await this.views.find(view, asked, context.fresh);
      const files = value.items.map(({ document }) => document);
      const matches = await this.candidates.matches(files, context);
      found.push(...matches.filter((match) => match.one < match.other && isAskedFor(match, query)));
      const last = found[query.limit - 1]?.one;
      if (last !== undefined && files.some(({ customerId }) => customerId > last))
        return { ...state, found: found.filter(({ one }) => one <= last), next: { value: last, id: last } };
      if (!value.next || round === ROUNDS) return { ...state, found, next: value.next };
      after = value.next;
    }
  }

  /** What the reader sees of the customers of some pairs. */
  async rows(matches: readonly Match[], { rights, fresh }: ReadContext) {
    const ids = [...new Set(matches.flatMap(({ one, other }) => [one, other]))];
    const { value } = await this.views.many(this.list, ids, fresh);
    const { answer, personal } = this.list;
    return new Map(
      [...value].flatMap(([id, customer]) => {
        const { visible, masked } = decide(rights, 'duplicates.read', scopesOf(customer));
        return visible ? [[id, answer.of(masked ? maskedAt(customer, personal) : customer)] as const] : [];
      }),
    );
  }
}

const isAskedFor = ({ comparison }: Match, { verdict }: PairsQuery) =>
  verdict === undefined || [verdict].flat().includes(comparison.verdict as 'same' | 'probable');

/** The most probable first. */
export const byScore = (one: Match, other: Match) =>
  other.comparison.score - one.comparison.score || (one.other < other.other ? -1 : 1);

const judged = ({ score, verdict, evidence }: Comparison, language: Language): Judged => ({
  score,
  verdict: verdict as 'same' | 'probable',
  evidence: evidence.map(({ code, weight }) => ({ code, weight, detail: EVIDENCE[code][language] })),
});
