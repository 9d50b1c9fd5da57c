import type { Axis } from '@annals/reading';
import type { HistoryEntry } from '../history/entry.js';
import type { LookedAt } from '../history/looked-at.js';
import type { PageChange } from './page-changes.js';

/** An event of a customer, and what it changed. */
export type ReplayStep = {
  /** Counts from 1 in the order of the axis. */
  readonly step: number;
  readonly event: HistoryEntry;
  /** As `decidedOn` of the event. */
  readonly decidedOn: readonly LookedAt[];
  readonly changes: readonly PageChange[];
  /** The page of the customer after the event, as `GET /v1/customers/{customerId}` has it, without `events`. */
  readonly page: object;
};

/** Steps of the history of a customer. */
export type CustomerReplay = {
  readonly customerId: string;
  /** Whether the steps are in the order of recording or of occurrence. @example "recorded" */
  readonly axis: Axis;
  /** How many steps there are. */
  readonly total: number;
  readonly items: readonly ReplayStep[];
  /** The `step` of the next page in the same direction; `null` at the end. */
  readonly next: number | null;
};

/** The first step of a page and how many it has. */
export const stretchOf = (
  total: number,
  {
    order,
    step,
    limit,
  }: { readonly order: 'asc' | 'desc'; readonly step?: number | undefined; readonly limit: number },
): { readonly first: number; readonly count: number; readonly next: number | null } => {
  if (order === 'asc') {
    const first = Math.min(step ?? 1, total + 1);
    const after = first + limit;
    return { first, count: limit, next: after <= total ? after : null };
  }
  const last = Math.min(step ?? total, total);
  const first = Math.max(1, last - limit + 1);
  return { first, count: last - first + 1, next: first > 1 ? first - 1 : null };
};
