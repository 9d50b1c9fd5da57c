import { decide, type Decider } from './decider.js';
import type { Event } from './message.js';
import { Rejection } from './rejection.js';

const MOST_STEPS = 20;

/** When a command happened, and what it causes. */
type Decided<E> = { readonly at: Date; readonly decided: readonly E[] };

/**
 * Decides a command at `begins`, or, if that is a day that ends at `ends`, as early on it as what it follows allows. Rules say
 * with the details `since` and `occurredAt` what a command cannot precede. Throws a `Rejection`, also if that was after the day.
 */
export const decideInDay = <C extends { type: string }, S, E extends Event, X>(
  decider: Decider<C, S, E, X>,
  command: C,
  state: S,
  context: X,
  { begins, ends }: { readonly begins: Date; readonly ends: string | undefined },
): Decided<E> => {
  let at = begins;
  for (let left = ends === undefined ? 0 : MOST_STEPS; left > 0; left -= 1) {
    try {
      return { at, decided: decide(decider, command, state, at, context) };
    } catch (error) {
      const since = followedIn(error);
      if (since === undefined || since <= at || since > new Date(ends!)) throw error;
      at = since;
    }
  }
  return { at, decided: decide(decider, command, state, at, context) };
};

const followedIn = (error: unknown): Date | undefined => {
  if (!(error instanceof Rejection)) return undefined;
  const { since, occurredAt } = error.details;
  return typeof since === 'string' && occurredAt !== undefined ? new Date(since) : undefined;
};
