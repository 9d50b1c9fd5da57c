import { contactPreference, effectiveDate, need, needClosing, owner, profile } from '@annals/contracts-customers';
import { channel, customerId, instant, purpose } from '@annals/contracts-values';
import { ofCustomer, pagePart } from '@annals/event-sourcing';
import { z } from 'zod';
import { customerFile, NO_FILE } from './customer-file.js';
import { PERSONAL_FILE } from './personal-file.js';

const why = { reason: z.string().nullable(), source: z.string().nullable() };
const value = z.unknown().describe('A JSON value; `null` is what was not known');
const change = { field: z.string(), before: value, after: value };
const { needId, description, duration, product, until } = need.shape;

/** The profile of the customer and what the customer wishes; lists have the newest first. */
export const filePart = pagePart({
  reads: { file: ofCustomer(customerFile, PERSONAL_FILE) },
  revision: ({ file }) => file?.revision,
  answer: {
    schema: z.strictObject({
      registeredAt: instant.nullable(),
      profile: profile.partial(),
      changes: z
        .array(z.strictObject({ ...change, changedAt: instant, effectiveDate, ...why }))
        .describe('The newest 20'),
      coming: z
        .array(
          z.strictObject({
            ...{ number: z.int(), effectiveDate, changes: z.array(z.strictObject(change)) },
            ...{ ...why, knownSince: instant },
          }),
        )
        .describe('Changes that take effect later, the next one first; at most 50'),
      owner: owner.nullable(),
      preference: contactPreference.nullable(),
      consents: z
        .array(
          z.strictObject({
            ...{ channel, purpose, personId: z.string().nullable(), given: z.boolean() },
            ...{ since: instant, expiresAt: instant.nullable() },
          }),
        )
        .describe(
          'The newest one of each person on each channel and purpose; `personId` is `null` for the customer; one that has expired keeps its `expiresAt`',
        ),
      needs: z
        .array(
          z.strictObject({
            ...{ needId, description, duration },
            ...{ product: product.unwrap().nullable(), until: until.unwrap().nullable() },
            ...{ endedAt: instant.nullable(), recordedAt: instant },
            closed: z.strictObject(needClosing.shape).nullable(),
          }),
        )
        .describe('The newest 50'),
      merged: z
        .array(z.strictObject({ customerId, mergedAt: instant, reason: z.string() }))
        .describe('The newest 50 customers that are merged into this one; each keeps a separate history'),
    }),
    of: ({ file }) => {
      if (!file) return shownOf(NO_FILE);
      const { revision: _, ...shown } = file;
      return shownOf(shown);
    },
  },
});

const shownOf = ({ since: _, ownerSince: __, preferenceSince: ___, ...shown }: typeof NO_FILE) => shown;
