import { Big } from 'big.js';

/** Counts of deals, the exact value of the won ones, and the days from opening to closing of all won ones together. */
export type Selling = {
  readonly open: number;
  readonly won: number;
  readonly closed: number;
  readonly wonValue: string;
  readonly wonCycleDays: number;
};

/**
 * The value that open deals are worth for each day: open deals × win rate × average value of a won deal ÷ average cycle of
 * won deals, a decimal string with two places. `null` while nothing is won, or all is won on the day on which it is opened.
 * The formula is the usual one of sales operations, as in the glossary of Winsabove.
 */
export const salesVelocity = ({ open, won, closed, wonValue, wonCycleDays }: Selling): string | null => {
  if (won === 0 || wonCycleDays <= 0) return null;
  // (won ÷ closed) × (value ÷ won) ÷ (days ÷ won), divided once.
  return new Big(open).times(won).times(wonValue).div(new Big(closed).times(wonCycleDays)).toFixed(2);
};
