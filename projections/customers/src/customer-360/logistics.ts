import type { OrderEvent } from '@annals/contracts-accounts';
import type { Of, RecordedEvent } from '@annals/event-sourcing';
import { among } from './newest.js';
import type { Logistics, Order } from './page.accounts.js';
import { minus, NONE, plus } from './tally.js';

type On<T> = RecordedEvent<Of<OrderEvent, T>>;

const MOST = 20;

export const NO_LOGISTICS: Logistics = { ordered: NONE, openOrders: [], deliveries: [] };

export const orderPlaced = (logistics: Logistics, { data, occurredAt }: On<'OrderPlaced'>): Logistics => {
  const { orderId, number, value, status, expectedOn } = data;
  if (status === 'cancelled') return logistics;
  const placed = { ...logistics, ordered: plus(logistics.ordered, value) };
  if (status === 'delivered') return placed;
  const order: Order = { orderId, number, value, status, expectedOn, placedAt: occurredAt };
  const rest = others(logistics.openOrders, orderId);
  return { ...placed, openOrders: among(rest, order, ({ placedAt }) => placedAt, Infinity) };
};

export const orderDelivered = (logistics: Logistics, { data, occurredAt }: On<'OrderDelivered'>): Logistics => {
  const { deliveryId, orderId, complete, carrier, trackingNumber } = data;
  const { openOrders, deliveries } = logistics;
  const delivery = { deliveryId, orderId, complete, carrier, trackingNumber, deliveredAt: occurredAt };
  return {
    ...logistics,
    openOrders: complete ? others(openOrders, orderId) : openOrders.map((order) => begun(order, orderId)),
    deliveries: among(deliveries, delivery, ({ deliveredAt }) => deliveredAt, MOST),
  };
};

export const orderCancelled = (logistics: Logistics, { data }: On<'OrderCancelled'>): Logistics => ({
  ...logistics,
  ordered: data.value ? minus(logistics.ordered, data.value) : logistics.ordered,
  openOrders: others(logistics.openOrders, data.orderId),
});

const others = (orders: readonly Order[], orderId: string) => orders.filter((order) => order.orderId !== orderId);

const begun = (order: Order, orderId: string): Order =>
  order.orderId === orderId ? { ...order, status: 'partly-delivered' } : order;
