import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem } from '../../api/problem.js';
import { changesIn, isConflict } from '../../design/conflict/conflict.js';
import { useRefresh } from '../../session/use-session.js';
import type { Deal, StepShown, Target, Why } from './deal.js';
import { readDeal } from './read-deal.js';

/** A move that was not made. */
export type Refused = {
  /** The deal as it is now, as far as that is known. */
  readonly deal: Deal;
  readonly error: unknown;
  /** What was meant, where it can be tried again. */
  readonly again?: { readonly target: Target; readonly why: Why };
};

export type Refusals = {
  readonly all: ReadonlyMap<string, Refused>;
  readonly refuse: (refused: Refused) => void;
  readonly forget: (dealId: string) => void;
};

const AGAIN = 500; // ms until a view that is behind is read again
const BROKEN = 500; // the first status that is no answer to what was asked

/** Whether a move that was refused so can succeed the next time. */
export const mayPass = (error: unknown): boolean =>
  isConflict(error) || !(error instanceof ApiProblem) || error.status >= BROKEN;

const leastOf = (error: unknown) => (isConflict(error) ? changesIn(error).actual : 0);

const revisionOf = ({ revision }: Deal) => revision ?? 0;

/** Moves that were not made, each until it is read or made again; the deals are read until they show what stood against it. */
export const useRefusals = (): Refusals => {
  const [all, set] = useState<ReadonlyMap<string, Refused>>(new Map());
  const refresh = useRefresh();
  const found = useQueries({
    queries: [...all].map(([dealId, { error }]) => ({
      queryKey: ['deal', dealId],
      queryFn: ({ signal }: { signal: AbortSignal }) => readDeal(dealId)(signal),
      staleTime: 0,
      refetchInterval: ({ state: { data } }: { state: { data?: Deal | undefined } }) =>
        data && revisionOf(data) < leastOf(error) ? AGAIN : false,
    })),
  });
  const now = [...all].map(([dealId, refused], index) => {
    const read = found[index]?.data;
    const deal = read && revisionOf(read) >= revisionOf(refused.deal) ? read : refused.deal;
    return [dealId, { ...refused, deal }] as const;
  });
  return {
    all: new Map(now),
    refuse: (refused) => set((before) => new Map([...before, [refused.deal.dealId, refused]])),
    forget: (dealId) => {
      if (!all.has(dealId)) return;
      set((before) => new Map([...before].filter(([each]) => each !== dealId)));
      void refresh();
    },
  };
};

/** Whether the board shows a deal at a step. */
export const isAt = ({ step, status }: Deal, shown: Pick<StepShown, 'step' | 'statuses'>): boolean =>
  step === shown.step && shown.statuses.includes(status);

/** The deals of a step, without those that have gone meanwhile, and with those that have come. */
export const withRefused = (deals: readonly Deal[], shown: StepShown, { all }: Refusals): readonly Deal[] => {
  const latest = deals.map((deal) => {
    const now = all.get(deal.dealId)?.deal;
    return now && revisionOf(now) >= revisionOf(deal) ? now : deal;
  });
  const ids = new Set(deals.map(({ dealId }) => dealId));
  const come = [...all.values()].flatMap(({ deal }) => (isAt(deal, shown) && !ids.has(deal.dealId) ? [deal] : []));
  return [...come, ...latest.filter((deal) => isAt(deal, shown))];
};
