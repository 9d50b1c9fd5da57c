import type { Event, EventStore, Receipt } from '@annals/event-sourcing';
import { newEvent } from './new-event.js';

/** Appends events one by one to a stream; their ids contain their revisions. */
export const appendTo = async (log: EventStore, ...events: readonly Event[]): Promise<Receipt> => {
  const { length } = await log.read('test');
  const numbered = events.map((event, index) => ({ ...newEvent(`event-${length + index}`), ...event }));
  return log.append('test', length - 1, numbered);
};
