import { firstOf, pagePart } from '@annals/event-sourcing';
import { instant } from '@annals/contracts-values';
import { z } from 'zod';
import type { auditHistory } from './audit-history.js';

const MOST = 20; // events

/** The newest events of the customer, old facts that are loaded late where they belong; `types` are those with a line. */
export const happenings = (history: ReturnType<typeof auditHistory>, types: readonly string[]) =>
  pagePart({
    beside: true,
    reads: {
      newest: firstOf(history, ['what'], {
        where: ({ hidden }) => [
          { field: 'shownAt', from: '' },
          ...(hidden.size === 0 ? [] : [{ field: 'type', in: types.filter((type) => !hidden.has(type)) }]),
        ],
        sort: { field: 'shownAt', descending: true },
        limit: MOST,
      }),
    },
    answer: {
      schema: z.strictObject({
        events: z
          .array(
            z.strictObject({
              ...{ id: z.string(), position: z.int(), type: z.string(), occurredAt: instant, actor: z.string() },
              subject: z.string().describe('One line; at most 160 characters'),
            }),
          )
          .describe('The newest 20 by when they occurred that the caller may see'),
      }),
      of: ({ newest }) => ({
        events: newest.map(({ id, position, type, occurredAt, actor, what }) => ({
          ...{ id, position, type, occurredAt, actor },
          subject: what!, // what is shown has a line
        })),
      }),
    },
  });
