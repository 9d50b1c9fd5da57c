import { Big } from 'big.js';

/** The sum of value × probability and the sum of the variances of open deals, exact; `most` is what they are worth together. */
export type Weighted = { readonly weighted: string; readonly variance: string; readonly most: string };

const NORMAL_95 = '1.6448536269514722'; // 95 % of a normal distribution lie below it

/**
 * The values that are reached, and not exceeded, with a probability of 95 % each, so that 90 % lie between them. Deals are
 * won independently of each other, each with its probability, so that their variances value² × p × (1 − p) add up (Feller,
 * An Introduction to Probability Theory and Its Applications I, IX.5); their sum is taken to be normal (Lyapunov), which is
 * rough for few deals. Never below zero or above all of them, unless values are below zero. Decimal strings with two places.
 */
export const forecastBand = ({
  weighted,
  variance,
  most,
}: Weighted): { readonly low: string; readonly high: string } => {
  const [middle, greatest] = [new Big(weighted), new Big(most)];
  const half = new Big(variance).sqrt().times(NORMAL_95);
  const [low, high] = [middle.minus(half), middle.plus(half)];
  return {
    low: (low.lt(0) && middle.gte(0) ? new Big(0) : low).toFixed(2),
    high: (high.gt(greatest) && middle.lte(greatest) ? greatest : high).toFixed(2),
  };
};
