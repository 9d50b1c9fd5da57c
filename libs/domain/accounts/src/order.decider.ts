import {
  DeliveryCorrected,
  OrderCancelled,
  OrderDelivered,
  OrderPlaced,
  type OrderEvent,
  type OrderStatus,
} from '@annals/contracts-accounts';
import { addsNothing, sameContent } from '@annals/contracts-values';
import { ImmutableMap, type CommandOf, type Decider, type Of } from '@annals/event-sourcing';
import { accountProblems } from './accounts.problems.js';
import { canonical, expectFits } from './canonical-money.js';
import { correctedSo } from './corrected-so.js';
import { customerIsKnown, ofItsCustomer, type NamedCustomer } from './customer-is-known.js';
import { expectOrdered } from './delivered-quantities.js';
import type * as commands from './order.commands.js';

const { reject } = accountProblems;

type Command = CommandOf<typeof commands>;
type CorrectDelivery = Of<Command, 'CorrectDelivery'>;
type DataOf<Type> = Of<OrderEvent, Type>['data'];

/** All that is known of an order, in any order of arrival. */
type Order = {
  readonly customerId: string | null;
  readonly placed: DataOf<'OrderPlaced'> | null;
  readonly deliveries: ImmutableMap<DataOf<'OrderDelivered'>>;
  readonly cancelled: { readonly reason: string | null } | null;
  /** By delivery, why it was corrected last. */
  readonly corrections: ImmutableMap<string>;
};

/** Facts of another system are accepted late and in any order, and refused only if they contradict recorded ones. */
export const order: Decider<Command, Order, OrderEvent, NamedCustomer> = {
  stream: ({ orderId }) => `order-${orderId}`,
  subject: ({ customerId }) => customerId,
  initial: {
    customerId: null,
    placed: null,
    deliveries: ImmutableMap.empty(),
    cancelled: null,
    corrections: ImmutableMap.empty(),
  },
  context: customerIsKnown,

  decide: {
    PlaceOrder: (sent, order, _, customer) => {
      const command = ofItsCustomer(sent, order.customerId, customer);
      const { orderId, customerId, number = null, lines = [], expectedOn = null } = command;
      const terms = { orderId, customerId, number, value: canonical(command.value), lines: [...lines], expectedOn };
      const placed = OrderPlaced.event({ ...terms, status: statusOf(order) });
      if (!order.placed) {
        expectOrdered(lines, deliveredLines(order));
        lines.forEach(({ net = '0' }) => expectFits(net, command.value.currency));
        return [placed];
      }
      const { status } = order.placed;
      return sameContent({ ...placed.data, status }, order.placed) ? [] : reject('OrderAlreadyPlaced', { orderId });
    },

    NoteDelivery: (sent, order, _, customer) => {
      const command = ofItsCustomer(sent, order.customerId, customer);
      const delivered = deliveryIn(command);
      const { orderId, deliveryId, lines } = delivered;
      const known = order.deliveries.get(deliveryId);
      if (known) return sameContent(delivered, known) ? [] : reject('DeliveryAlreadyNoted', { orderId, deliveryId });
      expectOrdered(order.placed?.lines, lines, deliveredLines(order));
      return [OrderDelivered.event(delivered)];
    },

    CorrectDelivery: (sent, order, _, customer) => {
      const command = ofItsCustomer(sent, order.customerId, customer);
      const { orderId, deliveryId } = command;
      const known = order.deliveries.get(deliveryId) ?? reject('DeliveryUnknown', { orderId, deliveryId });
      return corrected(command, order, known);
    },

    CancelOrder: (sent, order, _, customer) => {
      const command = ofItsCustomer(sent, order.customerId, customer);
      const { orderId, customerId, reason } = command;
      const value = order.placed && order.placed.value;
      const { cancelled } = order;
      if (cancelled) return addsNothing({ reason }, cancelled) ? [] : reject('OrderAlreadyCancelled', { orderId });
      if (statusOf(order) === 'delivered') reject('OrderAlreadyDelivered', { orderId });
      return [OrderCancelled.event({ orderId, customerId, reason: reason ?? null, value })];
    },
  },

  evolve: {
    OrderPlaced: (order, placed) => ({ ...order, customerId: placed.customerId, placed }),
    OrderDelivered: ({ deliveries, ...order }, delivered) => ({
      ...order,
      customerId: delivered.customerId,
      deliveries: deliveries.with(delivered.deliveryId, delivered),
    }),
    DeliveryCorrected: ({ deliveries, corrections, ...order }, { reason, status: _, ...delivered }) => ({
      ...order,
      corrections: corrections.with(delivered.deliveryId, reason),
      deliveries: deliveries.with(delivered.deliveryId, delivered),
    }),
    OrderCancelled: (order, { customerId, reason }) => ({ ...order, customerId, cancelled: { reason } }),
  },
};

const deliveredLines = ({ deliveries }: Order) => deliveries.values().flatMap(({ lines }) => lines);

const statusOf = ({ cancelled, deliveries }: Order): OrderStatus => {
  if (cancelled) return 'cancelled';
  const delivered = deliveries.values();
  if (delivered.some(({ complete }) => complete)) return 'delivered';
  return delivered.length > 0 ? 'partly-delivered' : 'open';
};

const deliveryIn = (command: Of<Command, 'NoteDelivery'> | CorrectDelivery): DataOf<'OrderDelivered'> => {
  const { orderId, customerId, deliveryId, complete, lines = [] } = command;
  const { carrier = null, trackingNumber = null, recipient = null } = command;
  return { orderId, customerId, deliveryId, complete, lines: [...lines], carrier, trackingNumber, recipient };
};

const corrected = (command: CorrectDelivery, order: Order, known: DataOf<'OrderDelivered'>) => {
  const delivered = deliveryIn(command);
  const { deliveryId, lines } = delivered;
  const { reason } = command;
  if (sameContent(delivered, known)) return correctedSo(reason, order.corrections.get(deliveryId));
  const others = order.deliveries.values().filter((other) => other.deliveryId !== deliveryId);
  expectOrdered(
    order.placed?.lines,
    lines,
    others.flatMap((other) => other.lines),
  );
  const status = statusOf({ ...order, deliveries: order.deliveries.with(deliveryId, delivered) });
  return [DeliveryCorrected.event({ ...delivered, reason, status })];
};
