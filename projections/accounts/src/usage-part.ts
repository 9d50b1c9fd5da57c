import { usage } from '@annals/contracts-accounts';
import { firstOf, pagePart } from '@annals/event-sourcing';
import { z } from 'zod';
import { meterUse } from './meter-use.js';

const MOST = 50; // registers of meters

const { meterId, register, from, to, quantity, unit } = usage.shape;

/** What was used, by meter and register. */
export const usagePart = pagePart({
  reads: { meters: firstOf(meterUse, [], { sort: { field: 'newest', descending: true }, limit: MOST }) },
  answer: {
    schema: z.strictObject({
      usage: z
        .array(
          z.strictObject({
            meterId,
            register,
            periods: z.array(z.strictObject({ from, to, quantity, unit })).describe('The newest 12'),
          }),
        )
        .describe('By meter and register, at most 50; the one with the newest period first'),
    }),
    of: ({ meters }) => ({ usage: meters.map(({ customerId: _, ...shown }) => shown) }),
  },
});
