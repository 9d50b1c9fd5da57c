import { accessProblems, type ReadContext } from '@annals/access';
import { Configuration } from '@annals/configuration';
import { productKeyOf, ruleNameOf } from '@annals/contracts-offers';
import { freshnessHeaders } from '@annals/http';
import { Views, type Answer, type Freshness } from '@annals/projecting';
import { customerList } from '@annals/projections-customers';
import { baskets, offerList } from '@annals/projections-offers';
import { Injectable } from '@nestjs/common';
import { leadToSurvivor } from '../customers/lead-to.js';
import type { OffersOfRule, ProductRuleShown, ProductRulesShown, SuggestionsForCustomer } from './answers.js';
import { ProductRules, type ProductRule } from './product-rules.js';

const SHOWN = 5; // suggestions
const RULES = 500;
const OFFERS = 200; // offers of a customer that are looked at

/** Which products could be offered to whom. */
@Injectable()
export class Suggestions {
  private readonly customers: ReturnType<typeof customerList>;

  constructor(
    private readonly views: Views,
    private readonly rules: ProductRules,
    configuration: Configuration,
  ) {
    this.customers = customerList(configuration);
  }

  /** Throws `HttpProblem` 404 `CustomerNotFound`, and 307 `CustomerMergedInto` for a merged customer. */
  async of(customerId: string, url: string, context: ReadContext): Promise<Answer<SuggestionsForCustomer>> {
    await context.expectVisible('offers.read', customerId);
    const { fresh } = context;
    const { value, ...state } = await this.views.one(this.customers, customerId, fresh);
    if (!value) {
      await leadToSurvivor(context, { customerId, url, headers: freshnessHeaders(state) });
      accessProblems.fail('CustomerNotFound', { id: customerId }, freshnessHeaders(state));
    }
    const [{ rules }, has, offered] = await Promise.all([
      this.rules.rules(fresh),
      this.bought(customerId, fresh),
      this.offered(customerId, fresh),
    ]);
    const fitting = rules.filter(
      ({ because, item }) => because.every((each) => has.has(each)) && !has.has(item) && !offered.has(item),
    );
    const best = bestOf(fitting).slice(0, SHOWN);
    const offers = await this.offersOf(best, fresh);
    const items = best.map((rule, at) => ({ ...shown(rule), offers: offers[at]! }));
    return { ...state, value: { customerId, thresholds: this.rules.thresholds, items } };
  }

  async all({ fresh }: ReadContext): Promise<Answer<ProductRulesShown>> {
    const { all, rules, position, stale } = await this.rules.rules(fresh);
    const items = rules.toSorted(byStrength).slice(0, RULES).map(shown);
    return { position, stale, value: { baskets: all, thresholds: this.rules.thresholds, items } };
  }

  private async bought(customer: string, fresh: Freshness | undefined) {
    const where = [{ field: 'customer', is: customer }];
    const { value } = await this.views.aggregate(baskets, { where, groupBy: ['products'] }, fresh);
    return new Set(value.map(({ key: [product] }) => String(product)));
  }

  /** What was offered already, whatever the answer was. */
  private async offered(customer: string, fresh: Freshness | undefined) {
    const where = [{ field: 'customer', is: customer }];
    const asked = { where, sort: { field: 'offeredAt', descending: true }, limit: OFFERS };
    const { value } = await this.views.find(offerList, asked, fresh);
    return new Set(
      value.items.map(({ document: { product, productId } }) =>
        productKeyOf({ product, productId: productId ?? undefined }),
      ),
    );
  }

  private async offersOf(
    rules: readonly ProductRule[],
    fresh: Freshness | undefined,
  ): Promise<readonly OffersOfRule[]> {
    const names = rules.map(({ names: { because, item } }) => ruleNameOf(because, item)!);
    if (names.length === 0) return [];
    const where = [{ field: 'rule', in: names }];
    const sum = ['accepted', 'answered'];
    const { value } = await this.views.aggregate(offerList, { where, groupBy: ['rule'], sum }, fresh);
    const byRule = new Map(value.map(({ key: [rule], count, sums }) => [rule, { count, sums }]));
    return names.map((name) => {
      const { count: offered = 0, sums = [] } = byRule.get(name) ?? {};
      const [accepted = 0, answered = 0] = sums;
      return { offered, answered, accepted, hitRate: answered === 0 ? null : accepted / answered };
    });
  }
}

const byStrength = (one: ProductRule, other: ProductRule) =>
  other.metrics.confidence - one.metrics.confidence ||
  other.metrics.lift - one.metrics.lift ||
  one.because.length - other.because.length ||
  (one.item < other.item ? -1 : 1);

/** The strongest rule for each product. */
const bestOf = (rules: readonly ProductRule[]): readonly ProductRule[] =>
  [...Map.groupBy(rules.toSorted(byStrength), ({ item }) => item).values()].map(([best]) => best!);

const shown = ({ names: { because, item }, counts, metrics }: ProductRule): ProductRuleShown => ({
  ...item,
  ...{ because, baskets: counts, metrics },
});
