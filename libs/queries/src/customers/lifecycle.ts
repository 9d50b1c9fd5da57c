import { LIFECYCLE_STATES, type LifecycleState } from '@annals/analytics';
import type { Group } from '@annals/event-sourcing';
import { standingOf, type LifecycleStanding, type ListedCustomer } from '@annals/projections-customers';

/** `dueAt` is when silence alone makes the customer decline; `history` has the changes in the order in which they were learnt. */
export type LifecycleOfCustomer = LifecycleStanding &
  Pick<ListedCustomer, 'customerId' | 'lastActivityAt' | 'dueAt' | 'history'>;

export const lifecycleOf = (document: ListedCustomer): LifecycleOfCustomer => {
  const { customerId, lifecycle, lastActivityAt, dueAt, history } = document;
  return { customerId, ...standingOf(lifecycle.change), lastActivityAt, dueAt, history };
};

export type StateCounts = Readonly<Record<LifecycleState, number>>;

/** Customers in each state: now, and at the end of each month. */
export type LifecycleCounts = {
  readonly now: StateCounts;
  readonly months: readonly {
    /** @example 2026-01 */
    readonly month: string;
    readonly counts: StateCounts;
  }[];
};

const NOBODY = Object.fromEntries(LIFECYCLE_STATES.map((state) => [state, 0])) as StateCounts;

/** `groups` are of state. */
export const countsNow = (groups: readonly Group[]): StateCounts => ({
  ...NOBODY,
  ...(Object.fromEntries(groups.map(({ key: [state], count }) => [state, count])) as Partial<StateCounts>),
});

/** `groups` are of moves such as `2024-03|developing|in`; what goes in and out of a state adds up to who is in it. */
export const countsByMonth = (groups: readonly Group[], from?: string, to?: string): LifecycleCounts['months'] => {
  const moves = groups.map(({ key: [move], count }) => ({ ...parts(String(move)), count }));
  const known = moves.map(({ month }) => month).toSorted();
  const [first, last] = [from ?? known.at(0), to ?? known.at(-1)];
  if (first === undefined || last === undefined) return [];

  const byMonth = Map.groupBy(moves, ({ month }) => month);
  const before = moves.filter(({ month }) => month < first);
  let counts = before.reduce(moved, NOBODY);
  return monthsFrom(first, last).map((month) => {
    counts = (byMonth.get(month) ?? []).reduce(moved, counts);
    return { month, counts };
  });
};

type Move = { readonly state: LifecycleState; readonly by: 1 | -1; readonly count: number };

const moved = (counts: StateCounts, { state, by, count }: Move): StateCounts => ({
  ...counts,
  [state]: counts[state] + by * count,
});

const parts = (move: string) => {
  const [month, state, direction] = move.split('|') as [string, LifecycleState, 'in' | 'out'];
  return { month, state, by: direction === 'in' ? (1 as const) : (-1 as const) };
};

const MOST_MONTHS = 1_200;

const monthsFrom = (first: string, last: string): readonly string[] => {
  const [start, end] = [indexOf(first), indexOf(last)];
  const length = Math.min(Math.max(0, end - start + 1), MOST_MONTHS);
  return Array.from({ length }, (_, index) => nameOf(start + index));
};

const indexOf = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;

const nameOf = (index: number) =>
  `${`${Math.floor(index / 12)}`.padStart(4, '0')}-${`${(index % 12) + 1}`.padStart(2, '0')}`;
