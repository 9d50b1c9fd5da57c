import type { DealEvent } from '@annals/contracts-deals';
import { minus, plus, type Sums } from '@annals/contracts-values';
import type { Of, Projection } from '@annals/event-sourcing';

export type DealTotals = { readonly won: Sums; readonly lost: Sums };

type Source = Of<DealEvent, 'DealClosed' | 'DealReopened'>;

export const NO_DEALS: DealTotals = { won: {}, lost: {} };

/** How many deals of a customer were won and lost, and what they were worth at the close. */
export const dealTotals: Projection<Source, DealTotals> = {
  name: 'deal-totals',
  version: 1,
  key: ({ data }) => data.customerId,
  on: {
    DealClosed: (totals, { data: { outcome, value } }) => {
      const before = totals ?? NO_DEALS;
      return { ...before, [outcome]: plus(before[outcome], value) };
    },
    DealReopened: (totals, { data: { outcome, value } }) => {
      const before = totals ?? NO_DEALS;
      return { ...before, [outcome]: minus(before[outcome], value) };
    },
  },
};
