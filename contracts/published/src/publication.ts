import type { Contract } from '@annals/event-sourcing';
import type { z } from 'zod';

/**
 * The shape in which an event is published to other systems. A topic cannot be erased, so no field that a contract marks as
 * personal is published, which includes titles, reasons and other free text. Fields that the schema does not name are not
 * published. A schema is never edited: a changed one gets the next version, and only the latest version is published.
 */
export type Publication<Data extends object = never> = {
  readonly version: number;
  readonly schema: z.ZodObject;
  /** The object that the schema parses, made from the event's data; by default the data without its personal fields. */
  readonly from?: (data: Data) => object;
};

/** A published event with its shape. */
export type PublishedEvent = Publication & { readonly event: Contract };
