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
  naming: Naming,
): readonly NewEvent<E>[] => {
  const stored = fingerprinted(origin, naming);
  return decided.map((event, index) => {
    const id = naming.eventId(`${origin.commandId}/${stream}/${index}`);
    const { occurredAt = origin.occurredAt } = event;
    return { ...event, ...stored, occurredAt, id, subject: subject(event.data) };
  });
};

/** As the log stores it: the digest is keyed, so that readers of the log cannot find the content by trying. */
export const fingerprinted = (origin: Origin, { blind }: Naming): Origin => {
  const { fingerprint } = origin;
  if (fingerprint === undefined) return origin;
  return { ...origin, fingerprint: `${KEYED}${blind(`wish/${fingerprint}`).slice(0, LENGTH)}` };
};

const KEYED = 'k:'; // no digest without a key begins so
const LENGTH = 22; // characters of 6 bits: 132 of them, which nobody meets by chance
