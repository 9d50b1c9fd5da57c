import type { Decider } from './decider.js';
import type { EventStore, Receipt } from './event-store.js';
import type { Event, RecordedEvent } from './message.js';

/** The receipt, with what the caller should know of these events. */
export const warned = <E extends Event>(
  receipt: Receipt,
  { warnings }: Pick<Decider<never, unknown, E>, 'warnings'>,
  events: readonly E[],
): Receipt => {
  const all = events.flatMap((event) => warnings?.(event) ?? []);
  return all.length === 0 ? receipt : { ...receipt, warnings: all };
};

/** The receipt of a command that is repeated, with what the first one said. */
export const toldAgain = async <E extends Event>(
  store: EventStore,
  decider: Pick<Decider<never, unknown, E>, 'warnings'>,
  receipt: Receipt,
): Promise<Receipt> =>
  decider.warnings ? warned(receipt, decider, (await store.readAt([receipt])) as readonly RecordedEvent<E>[]) : receipt;
