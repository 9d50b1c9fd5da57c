import { heirOf, type HandOverEvent } from '@annals/contracts-organisation';
import type { CustomerEvent } from '@annals/contracts-customers';
import { fanOut, type Of } from '@annals/event-sourcing';
import { pipeline } from '@annals/projections-deals';
import type { Responsibility } from '@annals/slice';
import { FollowOwner, PassDeal } from './pass.commands.js';

/** Open deals of the previous owner of a customer go to the present one. */
export const dealsFollow = fanOut<Of<CustomerEvent, 'OwnerAssigned'>>()({
  name: 'deals-follow-owner',
  summary: {
    en: "Pass a customer's open deals of the previous owner to the new one",
    zh: '客户负责人变更时，将原负责人进行中的商机转给新负责人',
  },
  view: pipeline,
  on: {
    OwnerAssigned: ({ data: { customerId } }) => [
      { field: 'customer', is: customerId },
      { field: 'status', is: 'open' },
    ],
  },
  send: ({ dealId }, { data: { previous } }) => [FollowOwner.of({ dealId, from: previous?.id ?? null })],
});

/** The open deals that a user owns. */
export const owned: Responsibility = {
  name: 'deals',
  title: { en: 'Open deals', zh: '进行中的商机' },
  view: pipeline,
  of: (userId) => [
    { field: 'owner', is: userId },
    { field: 'status', is: 'open' },
  ],
  list: (userId) => `deals?owner=${encodeURIComponent(userId)}&status=open`,
};

export const handOverDeals = fanOut<HandOverEvent>()({
  name: 'hand-over-deals',
  summary: { en: 'Hand over the open deals of a user', zh: '交接用户负责的进行中商机' },
  view: pipeline,
  on: { WorkHandedOver: ({ data: { userId } }) => owned.of(userId) },
  send: ({ dealId, customerId }, { data: { userId, to } }) => [
    PassDeal.of({ dealId, userId, to: heirOf(customerId, to) }),
  ],
});
