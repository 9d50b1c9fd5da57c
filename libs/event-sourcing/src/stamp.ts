import type { Event, NewEvent, Origin } from './message.js';

/** Names that follow from what they name, so that a retry, in whatever process, arrives at the same ones. */
export type Naming = {
  /** A UUIDv5 of the name: the id of an event. */
  readonly eventId: (name: string) => string;
  /** A keyed hash: stream names must not give away the value behind them. */
  readonly blind: (value: string) => string;
};

// Ids follow from the command, so a retry after an unknown outcome appends the same events, not new ones.
export const stamp = <E extends Event>(
  decided: readonly E[],
  stream: string,
  origin: Origin,
  subject: (data: E['data']) => string,
  { eventId }: Naming,
): readonly NewEvent<E>[] =>
  decided.map((event, index) => {
    const id = eventId(`${origin.commandId}/${stream}/${index}`);
    return { ...event, ...origin, id, subject: subject(event.data) };
  });
