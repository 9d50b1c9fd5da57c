import { choice, divide, multiply } from '@annals/contracts-values';
import type { Deal } from './deal.js';
import { percentOf, type Probabilities } from './estimates.js';

/** The probability in percent from which an open deal belongs to a category; below both it is pipeline. */
export type ForecastFrom = Readonly<Record<'commit' | 'best-case', number>>;

export const forecastCategory = choice({
  commit: { en: 'Commit', zh: '承诺' },
  'best-case': { en: 'Best case', zh: '最佳情况' },
  pipeline: { en: 'Pipeline', zh: '管道' },
});

type Category = (typeof forecastCategory.options)[number];

const NOTHING = '0';
const PERCENT = '0.01';

/** What a deal adds to the forecast: only if it is open. */
export const chancesIn = (probabilities: Probabilities, from: ForecastFrom) => {
  const percent = (deal: Deal) => percentOf(probabilities, deal);
  const categoryOf = (deal: Deal): Category | null => {
    const likely = percent(deal);
    if (likely === null) return null;
    if (likely >= from.commit) return 'commit';
    return likely >= from['best-case'] ? 'best-case' : 'pipeline';
  };
  return {
    percent,
    categoryOf,
    /** The value of an open deal of a category. */
    valueIn: (category: Category) => (deal: Deal) => (categoryOf(deal) === category ? deal.value.amount : NOTHING),
    /** Value × probability. */
    weighted: (deal: Deal) => {
      const likely = percent(deal);
      return likely === null ? NOTHING : multiply(multiply(deal.value.amount, `${likely}`), PERCENT);
    },
    /** The variance of a value that comes with probability p, and else not at all: value² × p × (1 − p). */
    variance: (deal: Deal) => {
      const likely = percent(deal);
      if (likely === null) return NOTHING;
      const size = divide(deal.value.amount, '1', 2); // squares of all places would exceed what stores add up
      return multiply(multiply(size, size), multiply(`${likely * (100 - likely)}`, multiply(PERCENT, PERCENT)));
    },
  };
};

/** The value of a deal in one state, to be added up. */
export const valueWhen = (status: Deal['status']) => (deal: Deal) =>
  deal.status === status ? deal.value.amount : NOTHING;
