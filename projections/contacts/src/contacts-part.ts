import { contact } from '@annals/contracts-contacts';
import { channel, instant, purpose, staff } from '@annals/contracts-values';
import { ofCustomer, pagePart } from '@annals/event-sourcing';
import { z } from 'zod';
import { contactSummary, NO_CONTACTS, type ContactSummary } from './contact-summary.js';

const DAY = 86_400_000; // ms

const use = z.strictObject({
  ...{ inbound: z.int(), outbound: z.int(), responses: z.int() },
  responseRate: z
    .number()
    .nullable()
    .describe('The part of the outbound contacts that met with a response, 0 to 1; `null` without any'),
});

/** How the customer is contacted, and when the next contact is due. */
export const contactsPart = pagePart({
  reads: { summary: ofCustomer(contactSummary, []) },
  answer: {
    schema: z.strictObject({
      contacts: z.strictObject({
        channels: z.partialRecord(channel, use),
        last: z
          .strictObject({ at: instant, channel, direction: contact.shape.direction, purpose, by: staff })
          .nullable(),
        lastReachedAt: instant
          .nullable()
          .describe('The last contact that came through: a call that nobody took does not put off the next one'),
        breaches: z.int().describe('Outbound contacts that broke a rule'),
        overridden: z.int().describe('Outbound contacts that an exception allowed against a rule'),
        lastBreachAt: instant.nullable(),
        nextDueAt: instant
          .nullable()
          .describe('By the customer’s `contactEveryDays`; `null` without it or where no contact is wanted'),
      }),
    }),
    of: ({ summary }) => {
      const { channels, lastReachedAt, breaches, overridden, lastBreachAt, ...due } = summary ?? NO_CONTACTS;
      const broken = { breaches, overridden, lastBreachAt };
      return {
        contacts: {
          channels,
          last: lastIn(due),
          lastReachedAt,
          ...broken,
          nextDueAt: nextDueAt({ lastReachedAt, ...due }),
        },
      };
    },
  },
});

const lastIn = ({ last }: Pick<ContactSummary, 'last'>) => {
  if (last === null) return null;
  const { key: _, ...shown } = last;
  return shown;
};

type Due = Pick<ContactSummary, 'lastReachedAt' | 'registeredAt' | 'everyDays'>;

/** After the last contact that came through, else after the registration. */
const nextDueAt = ({ lastReachedAt, registeredAt, everyDays }: Due): string | null => {
  const from = lastReachedAt ?? registeredAt;
  return everyDays === null || from === null ? null : new Date(Date.parse(from) + everyDays * DAY).toISOString();
};
