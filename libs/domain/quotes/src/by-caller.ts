import { isUser, namesUser, type Staff } from '@annals/contracts-values';
import type { Origin } from '@annals/event-sourcing';
import type { z } from 'zod';

/** A field with the user who does something: always the caller, if that is a user; others may say who it was. */
export const byCaller = (schema: z.ZodNullable<z.ZodType<Staff, Staff>>) => ({
  field: namesUser(schema.unwrap().meta(schema.meta() ?? {}), 'known').optional(),
  of: ({ actor }: Origin): Staff | undefined => (isUser(actor) ? { id: actor } : undefined),
});
