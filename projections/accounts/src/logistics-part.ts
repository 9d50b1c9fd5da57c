import { delivery, order, orderId } from '@annals/contracts-accounts';
import { instant, tally, tallyIn, tallyOf } from '@annals/contracts-values';
import { firstOf, groupsOf, ofCustomer, pagePart, within } from '@annals/event-sourcing';
import { z } from 'zod';
import { openOrders, type OpenOrder } from './open-orders.js';
import { NO_ORDERS, orderTotals } from './order-totals.js';

const MOST = 20; // orders

const { number, value, expectedOn } = order.shape;
const { deliveryId, complete, carrier, trackingNumber } = delivery.shape;

const status = z.enum(['open', 'partly-delivered']);

const cardOf = ({ customerId: _, ...shown }: OpenOrder) => shown;

/** Orders and deliveries of other systems. */
export const logisticsPart = pagePart({
  reads: {
    totals: ofCustomer(orderTotals, []),
    open: within('totals', firstOf(openOrders, [], { sort: { field: 'placedAt', descending: true }, limit: MOST })),
    all: within('totals', groupsOf(openOrders, { where: () => [], groupBy: ['currency'], amounts: ['valueAmount'] })),
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
        logistics: { ordered: tallyOf(ordered), open: tallyIn(all), openOrders: open.map(cardOf), deliveries },
      };
    },
  },
});
