import type { Step } from '@annals/contracts-deals';
import { choice, divide, multiply } from '@annals/contracts-values';
import type { Deal } from './deal.js';

/** The percent of the deals at a step that are expected to be won. */
export type Probabilities = Readonly<Record<Step, number>>;

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
  const categoryOf = ({ status, step }: Deal): Category | null => {
    const percent = probabilities[step];
    if (status !== 'open') return null;
    if (percent >= from.commit) return 'commit';
    return percent >= from['best-case'] ? 'best-case' : 'pipeline';
  };
  return {
    categoryOf,
    /** The value of an open deal of a category. */
    valueIn: (category: Category) => (deal: Deal) => (categoryOf(deal) === category ? deal.value.amount : NOTHING),
    /** Value × probability. */
    weighted: ({ status, step, value }: Deal) =>
      status === 'open' ? multiply(multiply(value.amount, `${probabilities[step]}`), PERCENT) : NOTHING,
    /** The variance of a value that comes with probability p, and else not at all: value² × p × (1 − p). */
    variance: ({ status, step, value }: Deal) => {
      if (status !== 'open') return NOTHING;
      const size = divide(value.amount, '1', 2); // squares of all places would exceed what stores add up
      const percent = probabilities[step];
      return multiply(multiply(size, size), multiply(`${percent * (100 - percent)}`, multiply(PERCENT, PERCENT)));
    },
  };
};

/** The value of a deal in one state, to be added up. */
export const valueWhen = (status: Deal['status']) => (deal: Deal) =>
  deal.status === status ? deal.value.amount : NOTHING;
