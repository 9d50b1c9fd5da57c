import {
  advance,
  returnedAt,
  silenceDueAt,
  type LifecycleChange,
  type LifecycleSummary,
  type LifecycleThresholds,
} from '@annals/analytics';
import type { RecordedEvent } from '@annals/event-sourcing';
import type { ListedEvent } from './listed-events.js';
import { moved, type StateOfMonth } from './months.js';

/** Where a customer stands in its lifecycle, and how it came there. */
export type Course = {
  readonly lifecycle: LifecycleSummary;
  readonly lastActivityAt: string | null;
  /** When silence alone makes the customer decline. */
  readonly dueAt: string | null;
  /** When a lost customer did business again, until that is recorded as won back. */
  readonly returnedAt: string | null;
  /** The newest changes, at most 100, in log order; the last one tells the present state. */
  readonly history: readonly LifecycleChange[];
  readonly months: readonly StateOfMonth[];
};

const MOST_CHANGES = 100;

/** The course of a customer after one more event; `monthOf` is that of the company's time zone. */
export const courseAfter = (
  thresholds: LifecycleThresholds,
  monthOf: (instant: string) => string,
  before: Course | null,
  event: RecordedEvent<ListedEvent>,
): Course => {
  const { history = [], months = [] } = before ?? {};
  const lifecycle = advance(thresholds, before && before.lifecycle, event);
  const { change, facts } = lifecycle;
  const hasMoved = change !== before?.lifecycle.change;
  return {
    lifecycle,
    lastActivityAt: facts.lastActivityAt,
    dueAt: silenceDueAt(thresholds, lifecycle),
    returnedAt: returnedAt(facts),
    history: hasMoved ? [...history, change].slice(-MOST_CHANGES) : history,
    months: hasMoved ? moved(months, monthOf(change.since), change.to) : months,
  };
};
