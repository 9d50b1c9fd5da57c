import { frequentItemsets, metricsOf, rulesAmong, type AssociationRule, type RuleMetrics } from '@annals/analytics';
import { Configuration } from '@annals/configuration';
import { productKeyOf, type OfferedProduct } from '@annals/contracts-offers';
import { Views, type Freshness } from '@annals/projecting';
import { baskets, type Basket } from '@annals/projections-offers';
import { Injectable } from '@nestjs/common';

/** From which figures on a rule counts. */
export type RuleThresholds = {
  /** @fraction */
  readonly support: number;
  /** @fraction */
  readonly confidence: number;
  /** @fraction */
  readonly lift: number;
};

/** A rule with the names of its products, which are `because` and `item` in the rule. */
export type ProductRule = AssociationRule & {
  readonly metrics: RuleMetrics;
  readonly names: { readonly because: readonly OfferedProduct[]; readonly item: OfferedProduct };
};

type Mined = { readonly position: number; readonly all: number; readonly rules: readonly ProductRule[] };

const PRODUCTS = 300; // that rules are about: those in most baskets
const SIZE = 3; // products of a rule
const SHORT = 100; // ms: what is mined in less is mined for every change
const REST = 10; // times as long as the last mining took until the next one

/** What is bought together, by the won deals and orders of all customers. */
@Injectable()
export class ProductRules {
  readonly thresholds: RuleThresholds;
  private mined: Mined | undefined;
  private under: Promise<Mined> | undefined;
  private took = 0; // ms
  private restUntil = 0;

  constructor(
    private readonly views: Views,
    configuration: Configuration,
  ) {
    this.thresholds = configuration.slices['offers'] as RuleThresholds;
  }

  /** All rules that count. While there are many baskets they lag behind, so that mining takes a tenth of the time at most. */
  async rules(fresh: Freshness | undefined): Promise<Mined & { readonly stale: boolean }> {
    const { position, stale } = await this.views.count(baskets, [], fresh, 1);
    return { ...(await this.minedAt(position, fresh)), stale };
  }

  private async minedAt(position: number, fresh: Freshness | undefined): Promise<Mined> {
    if (this.mined && (this.mined.position >= position || performance.now() < this.restUntil)) return this.mined;
    this.under ??= this.mine(fresh).finally(() => (this.under = undefined));
    return this.took < SHORT ? this.under : (this.mined ?? this.under);
  }

  private async mine(fresh: Freshness | undefined): Promise<Mined> {
    const begun = performance.now();
    const { value: all, position } = await this.views.count(baskets, [], fresh);
    const { support, confidence, lift } = this.thresholds;
    const mining = frequentItemsets({ all, support, size: SIZE, most: PRODUCTS });
    let step = mining.next();
    while (!step.done) step = mining.next(await this.within(step.value, fresh));
    const strong = rulesAmong(step.value, all)
      .map((rule) => ({ ...rule, metrics: metricsOf(rule.counts) }))
      .filter(({ metrics }) => metrics.confidence >= confidence && metrics.lift >= lift);
    const names = await this.names(new Set(strong.flatMap(({ because, item }) => [...because, item])), fresh);
    const named = ({ because, item }: AssociationRule) => ({
      because: because.map((key) => names.get(key)!),
      item: names.get(item)!,
    });
    this.mined = { position, all, rules: strong.map((rule) => ({ ...rule, names: named(rule) })) };
    this.took = performance.now() - begun;
    this.restUntil = this.took < SHORT ? 0 : performance.now() + REST * this.took;
    return this.mined;
  }

  /** How many of the baskets with all of the products have each product. */
  private async within(items: readonly string[], fresh: Freshness | undefined) {
    const where = items.map((is) => ({ field: 'products', is }));
    const { value } = await this.views.aggregate(baskets, { where, groupBy: ['products'] }, fresh);
    return new Map(value.map(({ key: [item], count }) => [String(item), count]));
  }

  private async names(keys: ReadonlySet<string>, fresh: Freshness | undefined) {
    const all = [...keys];
    const reads = all.map((is) => ({
      view: baskets.name,
      query: { where: [{ field: 'products', is }], limit: 1 },
    }));
    const { value } = await this.views.together(reads, fresh);
    return new Map(
      all.map((key, at) => {
        const basket = value[at]!.documents[0]?.body as Basket | undefined;
        const product = basket?.products.find((each) => productKeyOf(each) === key);
        return [key, product ?? { product: key }] as const;
      }),
    );
  }
}
