/** A set of items, sorted, and the number of baskets that have all of them. */
export type Itemset = { readonly items: readonly string[]; readonly count: number };

export type Mining = {
  /** The number of baskets. */
  readonly all: number;
  /** The least share of all baskets that have the items of a set. */
  readonly support: number;
  /** The most items of a set. */
  readonly size: number;
  /** The most single items with which sets begin: those in most baskets. */
  readonly most: number;
};

/** Asks for some items how many of the baskets that have all of them have each item, of all baskets for no items; returns the sets. */
type Asking = Generator<readonly string[], readonly Itemset[], ReadonlyMap<string, number>>;

/**
 * All sets of items that are together in enough baskets, level by level: R. Agrawal and R. Srikant, "Fast Algorithms for
 * Mining Association Rules", VLDB 1994. Sets are extended in the order of their items, so that each is counted once.
 */
export function* frequentItemsets({ all, support, size, most }: Mining): Asking {
  const extended = ({ items }: Itemset, counts: ReadonlyMap<string, number>): readonly Itemset[] => {
    const last = items.at(-1) ?? '';
    return [...counts]
      .filter(([item, count]) => item > last && count > 0 && count / all >= support)
      .map(([item, count]) => ({ items: [...items, item], count }));
  };
  const singles = extended({ items: [], count: all }, yield []);
  let level = singles.toSorted((one, other) => other.count - one.count).slice(0, most);
  const known = new Set(level.flatMap(({ items }) => items));
  const found = [...level];
  for (let length = 2; length <= size && level.length > 0; length += 1) {
    const next: Itemset[] = [];
    for (const itemset of level) {
      const larger = extended(itemset, yield itemset.items);
      next.push(...larger.filter(({ items }) => known.has(items.at(-1)!)));
    }
    found.push(...next);
    level = next;
  }
  return found;
}

/** Numbers of baskets: all, those with the items of a rule's condition, those with its consequence, those with both. */
export type RuleCounts = {
  readonly all: number;
  readonly having: number;
  readonly sold: number;
  readonly both: number;
};

/** From the items `because` follows the item `item`. */
export type AssociationRule = {
  readonly because: readonly string[];
  readonly item: string;
  readonly counts: RuleCounts;
};

/** All rules with one consequence among sets of which every part is there, too. */
export const rulesAmong = (itemsets: readonly Itemset[], all: number): readonly AssociationRule[] => {
  const counts = new Map(itemsets.map(({ items, count }) => [JSON.stringify(items), count]));
  const countOf = (items: readonly string[]) => counts.get(JSON.stringify(items))!;
  return itemsets
    .filter(({ items }) => items.length > 1)
    .flatMap(({ items, count: both }) =>
      items.map((item) => {
        const because = items.filter((each) => each !== item);
        return { because, item, counts: { all, having: countOf(because), sold: countOf([item]), both } };
      }),
    );
};

/** How strong a rule is. */
export type RuleMetrics = {
  /**
   * Share of all baskets that have all products of the rule.
   * @fraction
   */
  readonly support: number;
  /**
   * Share of the baskets with the condition that have the consequence, too.
   * @fraction
   */
  readonly confidence: number;
  /**
   * How many times as often as in all baskets.
   * @fraction
   */
  readonly lift: number;
  /**
   * Support above what chance would bring; from -0.25 to 0.25.
   * @fraction
   */
  readonly leverage: number;
  /**
   * From -1 to 1.
   * @fraction
   */
  readonly zhang: number;
  /**
   * From 0 to 1.
   * @fraction
   */
  readonly jaccard: number;
  /**
   * Up to 1.
   * @fraction
   */
  readonly certainty: number;
  /**
   * From 0 to 1.
   * @fraction
   */
  readonly kulczynski: number;
  /**
   * `null` for a rule without exception.
   * @fraction
   */
  readonly conviction: number | null;
};

const orZero = (numerator: number, denominator: number) => (denominator === 0 ? 0 : numerator / denominator);

/**
 * The metrics of a rule. Support and confidence: R. Agrawal, T. Imielinski and A. Swami, SIGMOD 1993; lift and conviction:
 * S. Brin and others, SIGMOD 1997; Zhang's metric: T. Zhang, PAKDD 2000; the others as in P.-N. Tan, V. Kumar and J.
 * Srivastava, "Selecting the right objective measure for association analysis", Information Systems 29 (2004).
 */
export const metricsOf = ({ all, having, sold, both }: RuleCounts): RuleMetrics => {
  const [condition, consequence, support] = [having / all, sold / all, both / all];
  const confidence = both / having;
  const leverage = support - condition * consequence;
  return {
    ...{ support, confidence, leverage },
    lift: confidence / consequence,
    zhang: orZero(leverage, Math.max(support * (1 - condition), condition * (consequence - support))),
    jaccard: both / (having + sold - both),
    certainty: orZero(confidence - consequence, 1 - consequence),
    kulczynski: (confidence + both / sold) / 2,
    conviction: both === having ? null : (1 - consequence) / (1 - confidence),
  };
};
