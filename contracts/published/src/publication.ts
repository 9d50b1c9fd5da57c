import type { Contract } from '@annals/event-sourcing';
import type { z } from 'zod';

/**
 * The shape in which an event goes out to other systems. A topic cannot be erased, so nothing leaves that a contract marks
 * as personal, which includes titles, reasons and other free text, and nothing that people enter freely: what the schema
 * does not name stays inside. A schema is never edited: a changed one gets the next version, and only that one leaves
 * from then on.
 */
export type Publication<Data extends object = never> = {
  readonly version: number;
  readonly schema: z.ZodObject;
  /** Makes of the event's data what the schema takes its fields from; the data without its personal fields unless given. */
  readonly from?: (data: Data) => object;
};

/** An event that leaves, and the shape in which it does. */
export type PublishedEvent = Publication & { readonly event: Contract };
