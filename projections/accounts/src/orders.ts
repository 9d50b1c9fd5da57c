import { order, orderId, orderStatus, type OrderEvent } from '@annals/contracts-accounts';
import { customerId, field, instant } from '@annals/contracts-values';
import { amount, day, instant as at, revised, text, view, whenKnown, type Immutable } from '@annals/event-sourcing';
import { z } from 'zod';

/** An order as the API answers it. */
const answer = z.strictObject({
  ...{ orderId, customerId },
  ...order.omit({ lines: true }).shape,
  status: field(orderStatus, { en: 'Status', zh: '状态' }),
  placedAt: field(instant, { en: 'Placed', zh: '下达时间' }),
});

/** The stored document. */
export type Order = Immutable<z.output<typeof answer>> & { readonly revision: number };

const isOpen = ({ status }: Order) => status === 'open' || status === 'partly-delivered';

const deliveredAs = (complete: boolean) => (complete ? 'delivered' : 'partly-delivered');

/** One document for each order, as it stands after all that is known of it. */
export const orders = view<OrderEvent, Order>()({
  name: 'orders',
  version: 1,
  key: ({ data }) => data.orderId,
  on: revised<OrderEvent, Order>({
    OrderPlaced: (_, { data: { lines: __, ...placed }, occurredAt: placedAt }) => ({ ...placed, placedAt }),
    OrderDelivered: whenKnown((known, { data: { complete } }) => ({
      ...known,
      status: isOpen(known) ? deliveredAs(complete) : known.status,
    })),
    DeliveryCorrected: whenKnown((known, { data: { status } }) => ({ ...known, status })),
    OrderCancelled: whenKnown((known) => ({ ...known, status: 'cancelled' })),
  }),
  fields: {
    customer: text((known) => known.customerId),
    status: text(({ status }) => status, { schema: orderStatus }),
    number: text((known) => known.number),
    placedAt: at(({ placedAt }) => placedAt),
    expectedOn: day(({ expectedOn }) => expectedOn),
    /** Of an order that is neither delivered as a whole nor cancelled. */
    openPlaced: at((known) => (isOpen(known) ? known.placedAt : null)),
    currency: text(({ value }) => value.currency),
    valueAmount: amount(({ value }) => value.amount),
  },
  indexes: [['placedAt'], ['expectedOn'], ['customer', 'openPlaced'], ['status', 'placedAt']],
  personal: [],
  revision: ({ revision }) => revision,
  answer: { schema: answer, of: ({ revision: _, ...shown }) => shown },
  list: {
    path: 'orders',
    summary: { en: 'List orders by customer, status, number and time', zh: '按客户、状态、订单号和时间列出订单' },
    record: { name: 'Order', en: 'order', zh: '订单', id: 'orderId', schema: 'NamedOrder' },
    needs: 'orders.read',
    filters: ['customer', 'status', 'number', 'currency'],
    ranges: ['placedAt', 'expectedOn'],
    names: { customerName: 'customer' },
    sorts: ['-placedAt', 'expectedOn'],
  },
});
