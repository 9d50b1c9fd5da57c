import { decide, type Decider } from './decider.js';
import type { Event } from './message.js';
import { Rejection } from './rejection.js';

const MOST_STEPS = 20;

/** When a command happened, and what it causes. */
type Decided<E> = { readonly at: Date; readonly decided: readonly E[] };

/**
 * Decides a command at `begins`, or, if that is a day that ends at `ends`, as early on it as what it follows allows. Rules say
 * with the details `since` and `occurredAt` what a command cannot precede. Throws a `Rejection`, also if that was after the
 * day.
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
    const moment = { ...command, occurredAt: at.toISOString() };
    const found = decidedOrRefused(() => decide(decider, moment, state, at, context));
    if (found.decided && !decider.asksForHour) return { at, decided: found.decided };
    const since = found.refused && laterThan(at, found.refused);
    if (!since) break;
    if (since > new Date(ends!)) throw found.refused;
    at = since;
  }
  return { at, decided: decide(decider, command, state, at, context) };
};

type Outcome<E> =
  | { readonly decided: readonly E[]; readonly refused?: undefined }
  | { readonly decided?: undefined; readonly refused: Rejection };

const decidedOrRefused = <E>(decided: () => readonly E[]): Outcome<E> => {
  try {
    return { decided: decided() };
  } catch (refused) {
    if (refused instanceof Rejection) return { refused };
    throw refused;
  }
};

const laterThan = (at: Date, refused: Rejection): Date | undefined => {
  const since = followedIn(refused);
  return since && since > at ? since : undefined;
};

const followedIn = ({ details: { since, occurredAt } }: Rejection): Date | undefined =>
  typeof since === 'string' && occurredAt !== undefined ? new Date(since) : undefined;
