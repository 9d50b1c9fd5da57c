import type { Publication } from '@annals/contracts-published';
import type { Event } from '@annals/event-sourcing';

/** The event is not published. It has to be said, so that none is left out by mistake. */
export const INSIDE = null;

/** What of each event of a union is published; `INSIDE` for nothing. */
export type Published<E extends Event> = {
  readonly [Type in E['type']]: Publication<Extract<E, { type: Type }>['data']> | typeof INSIDE;
};
