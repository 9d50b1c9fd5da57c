import { every, when } from '@annals/event-sourcing';
import type { Decider, Draft, Event, Projection } from '@annals/event-sourcing';
import { reject } from './policies.problems.js';

export type Ordered = Event<'Ordered', { readonly order: string }>;
type Held = Event<'Held', { readonly order: string; readonly until: string }>;
export type Shipped = Event<'Shipped', { readonly order: string; readonly at: string }>;
export type Ship = { readonly type: 'Ship'; readonly order: string };

export const ordered = (order: string): Ordered => ({ type: 'Ordered', schemaVersion: 1, data: { order } });
export const held = (order: string, until: string): Held => {
  return { type: 'Held', schemaVersion: 1, data: { order, until } };
};

const ship = (order: string): Draft => ({ type: 'Ship', fields: { order } });

/** Has no rule against shipping twice: only the command id prevents it. An order called `lost` cannot be shipped. */
export const shipment: Decider<Ship, number, Shipped> = {
  stream: ({ order }) => `shipment-${order}`,
  subject: () => 'customer',
  initial: 0,
  decide: {
    Ship: ({ order }, _, at) =>
      order.startsWith('lost')
        ? reject('NothingToShip')
        : [{ type: 'Shipped', schemaVersion: 1, data: { order, at: at.toISOString() } }],
  },
  evolve: { Shipped: (count) => count + 1 },
};

export const shipOrders = when<Ordered>({
  name: 'ship',
  summary: { en: 'Ship orders', zh: '发货' },
  from: 'beginning',
  on: { Ordered: ({ data: { order } }) => [ship(order)] },
});

type HeldOrder = { readonly order: string; readonly heldUntil: string | null };

export const heldOrders: Projection<Held | Shipped, HeldOrder> = {
  name: 'held-orders',
  version: 1,
  key: ({ data: { order } }) => order,
  on: {
    Held: (_, { data: { order, until } }) => ({ order, heldUntil: until }),
    Shipped: (order) => order && { ...order, heldUntil: null },
  },
  fields: { heldUntil: { of: ({ heldUntil }) => heldUntil } },
  indexes: [['heldUntil']],
};

export const shipHeld = every({
  name: 'ship-held',
  summary: { en: 'Ship held orders', zh: '到期发货' },
  view: heldOrders,
  due: 'heldUntil',
  of: ({ order }) => order.split('/')[0]!,
  send: ({ order }) => [ship(order)],
});
