import type { Publication } from '@annals/contracts-published';
import type { Event } from '@annals/event-sourcing';

/** The event is not published. This must be stated for each, so that no event is forgotten. */
export const UNPUBLISHED = null;

/** The publication of each event of a union; `UNPUBLISHED` if it is not published. */
export type Published<E extends Event> = {
  readonly [Type in E['type']]: Publication<Extract<E, { type: Type }>['data']> | typeof UNPUBLISHED;
};
