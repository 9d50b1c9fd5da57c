import type { RecordedEvent } from '@annals/event-sourcing';
import type { Entry } from './sequence.js';
import type { Timeline } from './timeline.js';

/** An event that a rule saw, or did not see. */
export type SeenEvent = {
  /** @example ConsentGiven */
  readonly type: string;
  readonly position: number;
  readonly occurredAt: string;
};

/** Another stream of the customer that the rule of a command looked at. */
export type LookedAt = {
  /** @example customer-c-1 */
  readonly stream: string;
  /** Its last revision that the rule saw; -1 for none. */
  readonly revision: number;
  /** The last event of the stream that the rule saw; `null` for none. */
  readonly seen: SeenEvent | null;
  /** The position of a later event of that stream which was recorded before this one, so that the rule did not see it: a race; `null` for none. */
  readonly overtakenBy: number | null;
  /** That event. */
  readonly unseen: SeenEvent | null;
};

/** What the rule of an event looked at in other streams of its customer; nothing is said of other customers. */
export const lookedAt = ({ decidedOn = {}, position }: RecordedEvent, timeline: Timeline): readonly LookedAt[] =>
  Object.entries(decidedOn).flatMap(([stream, revision]) => {
    const around = timeline.around(stream, revision);
    if (!around) return [];
    const { seen, next } = around;
    const unseen = next && next.position < position ? next : undefined;
    return [{ stream, revision, seen: told(seen), overtakenBy: unseen?.position ?? null, unseen: told(unseen) }];
  });

const told = (entry: Entry | undefined): SeenEvent | null =>
  entry ? { type: entry.type, position: entry.position, occurredAt: new Date(entry.occurredAt).toISOString() } : null;
