import { decide, type Decider } from './decider.js';
import type { Event } from './message.js';
import { Rejection } from './rejection.js';

const MOST_STEPS = 20;

/**
 * When a command happened: at `begins`, or, if that is a day that ends at `ends`, as early on it as what it follows allows.
 * Rules say with the details `since` and `occurredAt` what a command cannot precede. Throws their `Rejection` if that was after
 * the day.
 */
export const momentInDay = <C extends { type: string }, S, E extends Event, X>(
  decider: Decider<C, S, E, X>,
  command: C,
  state: S,
  context: X,
  { begins, ends }: { readonly begins: Date; readonly ends: string | undefined },
): Date => {
  if (ends === undefined) return begins;
  let at = begins;
  for (let left = MOST_STEPS; left > 0; left -= 1) {
    const refused = refusalOf(() => decide(decider, { ...command, occurredAt: at.toISOString() }, state, at, context));
    if (!refused) return at;
    const since = followedIn(refused);
    if (since === undefined || since <= at) return at;
    if (since > new Date(ends)) throw refused;
    at = since;
  }
  return at;
};

const refusalOf = (decided: () => unknown): Rejection | undefined => {
  try {
    decided();
    return undefined;
  } catch (error) {
    if (error instanceof Rejection) return error;
    throw error;
  }
};

const followedIn = ({ details: { since, occurredAt } }: Rejection): Date | undefined =>
  typeof since === 'string' && occurredAt !== undefined ? new Date(since) : undefined;
