import { orderOf, type QuoteEvent } from '@annals/contracts-quotes';
import { when, type Of } from '@annals/event-sourcing';
import { PlaceOrder } from './order.commands.js';

/** An accepted quote is an order of the same lines, for its total. */
export const placeOrdersOfQuotes = when<Of<QuoteEvent, 'QuoteAccepted'>>({
  name: 'place-orders-of-quotes',
  summary: { en: 'Record the order of an accepted quote', zh: '记录已接受报价单的订单' },
  on: {
    QuoteAccepted: ({ data: { quoteId, customerId, number, currency, totals, lines } }) => [
      PlaceOrder.of({
        ...{ orderId: orderOf(quoteId), customerId, number: number ?? quoteId },
        value: { amount: totals.total, currency },
        lines: lines.map(({ product, productId, quantity, net }) => ({
          ...{ product, quantity, net, ...(productId !== undefined && { productId }) },
        })),
      }),
    ],
  },
});
