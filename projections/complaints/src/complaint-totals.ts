import type { ComplaintEvent } from '@annals/contracts-complaints';
import type { Of, Projection } from '@annals/event-sourcing';

/** `score` is the sum of the scores of all ratings. */
export type ComplaintTotals = {
  readonly open: number;
  readonly resolved: number;
  readonly ratings: number;
  readonly score: number;
};

type Source = Of<ComplaintEvent, 'ComplaintFiled' | 'ComplaintResolved' | 'ComplaintReopened' | 'SatisfactionRated'>;

export const NO_COMPLAINTS: ComplaintTotals = { open: 0, resolved: 0, ratings: 0, score: 0 };

/** How many complaints of a customer are open and resolved, and how the customer rated. The complaints are on the board. */
export const complaintTotals: Projection<Source, ComplaintTotals> = {
  name: 'complaint-totals',
  version: 1,
  key: ({ data }) => data.customerId,
  on: {
    ComplaintFiled: (totals) => added(totals, { open: 1 }),
    ComplaintResolved: (totals) => added(totals, { open: -1, resolved: 1 }),
    ComplaintReopened: (totals) => added(totals, { open: 1, resolved: -1 }),
    SatisfactionRated: (totals, { data: { score } }) => added(totals, { ratings: 1, score }),
  },
};

const added = (totals: ComplaintTotals | null, change: Partial<ComplaintTotals>): ComplaintTotals => {
  const before = totals ?? NO_COMPLAINTS;
  const { open = 0, resolved = 0, ratings = 0, score = 0 } = change;
  return {
    open: before.open + open,
    resolved: before.resolved + resolved,
    ratings: before.ratings + ratings,
    score: before.score + score,
  };
};
