import type { CustomerEvent } from '@annals/contracts-customers';
import { fanOut, type Of } from '@annals/event-sourcing';
import { pipeline } from '@annals/projections-deals';
import { LoseDeal } from './loss.commands.js';

/** What was open with a customer when it was lost is lost with it. */
export const loseDeals = fanOut<Of<CustomerEvent, 'CustomerLost'>>()({
  name: 'lose-deals-of-lost-customers',
  summary: {
    en: 'Close the open deals of a customer who was lost as lost, with the reason of the loss',
    zh: '客户流失时，将其进行中的商机按流失原因关闭为丢单',
  },
  view: pipeline,
  on: {
    CustomerLost: ({ data: { customerId } }) => [
      { field: 'customer', is: customerId },
      { field: 'status', is: 'open' },
    ],
  },
  send: ({ dealId }, { data: { reason, competitor } }) => [LoseDeal.of({ dealId, reason, competitor })],
});
