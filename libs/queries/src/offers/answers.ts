import type { RuleMetrics } from '@annals/analytics';
import type { OfferedProduct } from '@annals/contracts-offers';
import type { RuleThresholds } from './product-rules.js';

/** Numbers of won deals and orders: all, those with the products of the condition, those with the product, those with both. */
export type BasketCounts = {
  readonly all: number;
  readonly having: number;
  readonly sold: number;
  readonly both: number;
};

/** What became of the offers that followed a rule. */
export type OffersOfRule = {
  readonly offered: number;
  readonly answered: number;
  readonly accepted: number;
  /**
   * Accepted of the answered ones; `null` while none is answered.
   * @fraction
   */
  readonly hitRate: number | null;
};

/** A rule with its evidence. */
export type ProductRuleShown = OfferedProduct & {
  readonly because: readonly OfferedProduct[];
  readonly baskets: BasketCounts;
  readonly metrics: RuleMetrics;
};

/** A product that goes well with what the customer has, with the strongest rule for it. */
export type Suggestion = ProductRuleShown & { readonly offers: OffersOfRule };

/** What could be offered to a customer next, the most probable first. */
export type SuggestionsForCustomer = {
  readonly customerId: string;
  readonly thresholds: RuleThresholds;
  readonly items: readonly Suggestion[];
};

/** The rules that hold over all won deals and orders, the strongest first. */
export type ProductRulesShown = {
  readonly baskets: number;
  readonly thresholds: RuleThresholds;
  readonly items: readonly ProductRuleShown[];
};
