import { delivery, order, orderId } from '@annals/contracts-accounts';
import { instant, tally, tallyIn, tallyOf } from '@annals/contracts-values';
import { firstOf, groupsOf, ofCustomer, pagePart, within } from '@annals/event-sourcing';
import { z } from 'zod';
import { NO_ORDERS, orderTotals } from './order-totals.js';
import { orders, type Order } from './orders.js';

const MOST = 20; // orders

const { number, value, expectedOn } = order.shape;
const { deliveryId, complete, carrier, trackingNumber } = delivery.shape;

const status = z.enum(['open', 'partly-delivered']);

const cardOf = ({ orderId, number, value, status, expectedOn, placedAt }: Order) => ({
  ...{ orderId, number, value, expectedOn, placedAt },
  status: status === 'open' ? status : ('partly-delivered' as const),
});

const isOpen = { field: 'openPlaced', from: '' };

/** Orders and deliveries of other systems. */
export const logisticsPart = pagePart({
  reads: {
    totals: ofCustomer(orderTotals, []),
    open: within(
      'totals',
      firstOf(orders, [], { where: () => [isOpen], sort: { field: 'openPlaced', descending: true }, limit: MOST }),
    ),
    all: within('totals', groupsOf(orders, { where: () => [isOpen], groupBy: ['currency'], amounts: ['valueAmount'] })),
  },
  answer: {
    schema: z.strictObject({
      logistics: z.strictObject({
        ordered: tally.describe('All orders that were not cancelled'),
        open: tally.describe('Those that are neither delivered as a whole nor cancelled'),
        openOrders: z
          .array(z.strictObject({ orderId, number, value, status, expectedOn, placedAt: instant }))
          .describe('The newest 20; `open` counts all'),
        deliveries: z
          .array(
            z.strictObject({
              ...{ deliveryId, orderId, complete, carrier, trackingNumber },
              deliveredAt: instant,
            }),
          )
          .describe('The newest 20; `complete` tells whether it ended the order'),
      }),
    }),
    of: ({ totals, open, all }) => {
      const { ordered, deliveries } = totals ?? NO_ORDERS;
      return {
        logistics: {
          ordered: tallyOf(ordered),
          open: tallyIn(all),
          openOrders: open.map(cardOf),
          deliveries,
        },
      };
    },
  },
});
