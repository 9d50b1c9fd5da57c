import { decide, fold, type Decider, type Event } from '@annals/event-sourcing';
import { recorded } from './recorded.js';

export const NOW = new Date('2026-01-05T09:00:00Z');

/** When past events happened that do not say it. */
const EARLIER = '1970-01-01T00:00:00.000Z';

type When<C, E> = {
  when(
    command: C,
    at?: Date,
  ): { then(...facts: readonly E[]): void; thenNothing(): void; thenRejected(code: string, details?: object): void };
};

/** A past event, and when it happened if that matters. */
type Elsewhere = Event & { readonly occurredAt?: string };

/**
 * `given(past).when(command).then(facts)` tests rules. `inContext` sets the events of the decider's context stream.
 */
export const scenarios =
  <C extends { type: string }, S, E extends Event, X>(decider: Decider<C, S, E, X>) =>
  (
    ...past: readonly (E & { readonly occurredAt?: string })[]
  ): When<C, E> & { inContext(...others: readonly Elsewhere[]): When<C, E> } => {
    const dated = past.map((event) => ({ occurredAt: EARLIER, ...event }));
    const given = (others: readonly Elsewhere[]): When<C, E> => ({
      when: (command, at = NOW) => {
        const context = (decider.context && fold(decider.context, logged(others))) as X;
        const outcome = () => decide(decider, command, fold(decider, dated), at, context);
        return {
          then: (...facts) => expect(outcome()).toEqual(facts),
          thenNothing: () => expect(outcome()).toEqual([]),
          thenRejected: (code, details) =>
            expect(outcome).toThrow(expect.objectContaining(details ? { code, details } : { code }) as Error),
        };
      },
    });
    return { ...given([]), inContext: (...others) => given(others) };
  };

const logged = (events: readonly Elsewhere[]) =>
  recorded(events).map((event, index) => ({ ...event, ...events[index] }));
