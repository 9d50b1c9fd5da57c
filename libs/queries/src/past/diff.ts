import type { RecordedEvent } from '@annals/event-sourcing';
import { setImmediate as turn } from 'node:timers/promises';
import type { Axis } from '@annals/reading';
import type { HistoryEntry } from '../history/entry.js';
import { changesOf, type PageChange } from './page-changes.js';
import type { PageWalk } from './page-walk.js';

const TURN = 50; // events, after which other requests have their turn

/** A field of the page that differs at two moments, and the events that changed it in between, back and forth included. */
export type FieldDifference = PageChange & {
  /** Positions of the events; none if the passing of time changed it. */
  readonly positions: readonly number[];
};

/** What differs on the page of a customer at two moments. */
export type CustomerDiff = {
  readonly customerId: string;
  /** As it was asked for. @example 2026-01-31 */
  readonly from: string;
  /** @example 2026-05-03 */
  readonly to: string;
  /** What was known at the two moments, or what was true. @example "recorded" */
  readonly axis: Axis;
  readonly changes: readonly FieldDifference[];
  /** Those that changed any of the fields, in the order of the axis. */
  readonly events: readonly HistoryEntry[];
};

/** Walks over the events in between, and on to the day of the second moment. */
export const differencesOver = async (
  walk: PageWalk,
  events: readonly RecordedEvent[],
  { dayOf, last }: { readonly dayOf: (event: RecordedEvent) => string; readonly last: string },
): Promise<readonly FieldDifference[]> => {
  const before = walk.state;
  const fieldsByPosition = new Map<number, readonly string[]>();
  for (const [index, event] of events.entries()) {
    const fields = walk.take(event, dayOf(event)).map(({ field }) => field);
    fieldsByPosition.set(event.position, fields);
    if ((index + 1) % TURN === 0) await turn();
  }
  walk.on(last);
  return changesOf(before, walk.state).map((change) => ({
    ...change,
    positions: behind(change, fieldsByPosition),
  }));
};

/** Events that changed the field, what it is within or what is within it. */
const behind = ({ field }: PageChange, fieldsByPosition: ReadonlyMap<number, readonly string[]>) =>
  [...fieldsByPosition]
    .filter(([, fields]) => fields.some((other) => isWithin(field, other) || isWithin(other, field)))
    .map(([position]) => position);

const isWithin = (inner: string, outer: string) =>
  inner.startsWith(outer) && /^([.[]|$)/.test(inner.slice(outer.length));
