import type { EventStore } from './event-store.js';
import type { RecordedEvent } from './message.js';

/** The event at a position; `undefined` if there is none. */
export const eventAt = async (
  log: Pick<EventStore, 'readAll'>,
  position: number,
): Promise<RecordedEvent | undefined> => {
  for await (const [event] of log.readAll(position - 1, { batch: 1 }))
    return event!.position === position ? event : undefined;
  return undefined;
};
