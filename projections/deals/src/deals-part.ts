import { dealId, dealTerms, outcome, step } from '@annals/contracts-deals';
import { instant, tally, tallyIn } from '@annals/contracts-values';
import { firstOf, groupsOf, pagePart, type Group } from '@annals/event-sourcing';
import { z } from 'zod';
import type { Deal } from './deal.js';
import { pipeline } from './pipeline.js';

const MOST = 20; // deals

const { title, value, owner, expectedCloseDate } = dealTerms.shape;
const card = { dealId, title, value, step, owner, expectedCloseDate };

const isOpen = { field: 'closedAt', is: null };

const cardOf = ({ dealId, title, value, step, owner, expectedCloseDate }: Deal) => ({
  ...{ dealId, title, value, step, owner, expectedCloseDate },
});

const tallyAt = (groups: readonly Group[], status: Deal['status']) =>
  tallyIn(groups.flatMap(({ key: [at, currency], ...sums }) => (at === status ? [{ ...sums, key: [currency!] }] : [])));

/** The deals of the customer: counts and sums of all of them, and the newest ones. */
export const dealsPart = pagePart({
  reads: {
    sums: groupsOf(pipeline, { where: () => [], groupBy: ['status', 'currency'], amounts: ['amount'] }),
    open: firstOf(pipeline, ['title'], {
      where: () => [isOpen],
      sort: { field: 'openedAt', descending: true },
      limit: MOST,
    }),
    closed: firstOf(pipeline, ['title'], {
      where: () => [{ field: 'closedAt', from: '' }],
      sort: { field: 'closedAt', descending: true },
      limit: MOST,
    }),
  },
  answer: {
    schema: z.strictObject({
      deals: z.strictObject({
        ...{ open: tally, won: tally, lost: tally },
        openDeals: z.array(z.strictObject(card)).describe('The newest 20; `open` counts all'),
        closedDeals: z.array(z.strictObject({ ...card, outcome, closedAt: instant })).describe('The newest 20'),
      }),
    }),
    of: ({ sums, open, closed }) => ({
      deals: {
        ...{ open: tallyAt(sums, 'open'), won: tallyAt(sums, 'won'), lost: tallyAt(sums, 'lost') },
        openDeals: open.map(cardOf),
        closedDeals: closed.map((deal) => ({
          ...cardOf(deal),
          outcome: deal.status === 'lost' ? ('lost' as const) : ('won' as const),
          closedAt: deal.closedAt!,
        })),
      },
    }),
  },
});
