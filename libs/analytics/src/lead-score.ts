/** The facts of a lead that rules can give points for, besides `attributes.<name>`. */
export const SCORED_FACTS = [
  ...['source', 'channel', 'campaignId', 'country', 'region', 'language', 'industry', 'products', 'has'],
] as const;

/**
 * Points for a lead whose `fact` is `value`, or has it among several. The fact `has` gives points for what is known of a lead at
 * all, `has=phone`; `attributes.size` is an attribute.
 */
export type ScoreRule = { readonly fact: string; readonly value: string; readonly points: number };

/** The values of the facts of a lead. */
export type ScoredFacts = Readonly<Record<string, readonly string[]>>;

export type Score = { readonly score: number; readonly evidence: readonly ScoreRule[] };

/**
 * The sum of the points of all rules that a lead meets, and these rules: an explicit, additive scorecard as in Hand & Henley,
 * "Statistical Classification Methods in Consumer Credit Scoring", J. R. Stat. Soc. A 160 (1997).
 */
export const scoreOf = (facts: ScoredFacts, rules: readonly ScoreRule[]): Score => {
  const evidence = rules.filter(({ fact, value }) => facts[fact]?.includes(value));
  return { score: evidence.reduce((sum, { points }) => sum + points, 0), evidence };
};
