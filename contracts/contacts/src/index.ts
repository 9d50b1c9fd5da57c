import { Contract, type EventOf } from '@annals/event-sourcing';
import { channel, id, instant, personal, personalText, purpose, staff } from '@annals/contracts-values';
import { z } from 'zod';

// Names and fields below are on disk: add a version, never edit one.

export const DIRECTIONS = ['inbound', 'outbound'] as const;
export const OUTCOMES = ['reached', 'message-left', 'not-reached', 'refused', 'wrong-number'] as const;
export const RESPONSES = ['none', 'positive', 'neutral', 'negative'] as const;

export const contact = z.object({
  contactId: id,
  customerId: id,
  channel,
  direction: z.enum(DIRECTIONS),
  purpose,
  summary: personalText,
  outcome: z.enum(OUTCOMES),
  response: z.enum(RESPONSES),
  durationSeconds: z.number().int().min(0).optional(),
  contactedAt: instant,
  contactedBy: staff,
  /** Whom of the customer's people. */
  person: personal.optional(),
});
export type Contact = z.infer<typeof contact>;

export const ContactMade = Contract.of('ContactMade').v1(contact);

export const contactContracts = [ContactMade] as const;
export type ContactEvent = EventOf<(typeof contactContracts)[number]>;
