import { heirOf, type HandOverEvent } from '@annals/contracts-organisation';
import { fanOut } from '@annals/event-sourcing';
import { customerPlaces } from '@annals/projections-customers';
import type { Responsibility } from '@annals/slice';
import { PassCustomer } from './pass.commands.js';

/** The customers that a user owns. */
export const owned: Responsibility = {
  name: 'customers',
  title: { en: 'Customers', zh: '客户' },
  view: customerPlaces,
  of: (userId) => [{ field: 'scopes', is: `owner:${userId}` }],
  list: (userId) => `customers?owner=${encodeURIComponent(userId)}`,
};

export const handOverCustomers = fanOut<HandOverEvent>()({
  name: 'hand-over-customers',
  summary: { en: 'Hand over the customers of a user', zh: '交接用户负责的客户' },
  view: customerPlaces,
  on: { WorkHandedOver: ({ data: { userId } }) => owned.of(userId) },
  send: ({ customerId }, { data: { userId, to } }) => [
    PassCustomer.of({ customerId, userId, to: heirOf(customerId, to) }),
  ],
});
