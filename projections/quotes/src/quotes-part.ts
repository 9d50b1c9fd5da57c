import { dealId, number, quoteId, quoteTerms, statusIn } from '@annals/contracts-quotes';
import { tally, tallyIn } from '@annals/contracts-values';
import { firstOf, groupsOf, pagePart, type Group } from '@annals/event-sourcing';
import { z } from 'zod';
import type { quoteList } from './quote-list.js';
import { status, type QuoteDocument } from './quote.js';

const MOST = 20; // quotes

const { title, currency, totals, validUntil } = quoteTerms.shape;

const card = z.strictObject({
  ...{ quoteId, dealId, number: number.nullable(), title, status, currency, total: totals.shape.total, validUntil },
});

const cardOf = ({ quoteId, dealId, number, title, currency, totals, validUntil, versions }: QuoteDocument) => ({
  ...{ quoteId, dealId, number, title, currency, validUntil, total: totals.total, status: statusIn(versions) },
});

const tallyAt = (groups: readonly Group[], status: string) =>
  tallyIn(groups.flatMap(({ key: [at, currency], ...sums }) => (at === status ? [{ ...sums, key: [currency!] }] : [])));

/** The quotes of the customer: the newest ones, and the net values of those that are sent and accepted. */
export const quotesPart = (list: ReturnType<typeof quoteList>) =>
  pagePart({
    reads: {
      sums: groupsOf(list, { where: () => [], groupBy: ['status', 'currency'], amounts: ['value'] }),
      newest: firstOf<QuoteDocument>(list, ['title'], {
        sort: { field: 'draftedAt', descending: true },
        limit: MOST,
      }),
    },
    answer: {
      schema: z.strictObject({
        quotes: z.strictObject({
          ...{ sent: tally, accepted: tally },
          newest: z.array(card).describe('The newest 20'),
        }),
      }),
      of: ({ sums, newest }) => ({
        quotes: { sent: tallyAt(sums, 'sent'), accepted: tallyAt(sums, 'accepted'), newest: newest.map(cardOf) },
      }),
    },
  });
