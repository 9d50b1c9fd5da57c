import type { Event } from '@annals/event-sourcing';
import type { z } from 'zod';

/**
 * The shape in which an event goes out to other systems; what the schema does not name stays inside. A schema is never
 * edited: a changed one gets the next version, and only that one leaves from then on.
 */
export type Publication<Data extends object = never> = {
  readonly version: number;
  readonly schema: z.ZodObject;
  /** Makes of the event's data what the schema takes its fields from; the data themselves without it. */
  readonly from?: (data: Data) => object;
};

/** The event is not published. It has to be said, so that none is left out by mistake. */
export const INSIDE = null;

/** What of each event of a union is published; `INSIDE` for nothing. */
export type Published<E extends Event> = {
  readonly [Type in E['type']]: Publication<Extract<E, { type: Type }>['data']> | typeof INSIDE;
};
