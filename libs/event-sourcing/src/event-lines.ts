import type { Event, Of } from './message.js';

/** One line on each event, for the page of a customer; `null` for an event that is not shown there. */
export type EventLines<E extends Event = Event> = {
  readonly [Type in E['type']]: ((data: Of<E, Type>['data']) => string) | null;
};

/** The lines of all slices. */
export type AnyLines = Readonly<Record<string, ((data: never) => string) | null>>;
