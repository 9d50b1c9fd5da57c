import type { LeadEvent } from '@annals/contracts-leads';
import { when, type Of } from '@annals/event-sourcing';
import { OpenDeal } from './deal.commands.js';

/** The deal of a converted lead is that of the owner of the customer. */
export const openDealsOfLeads = when<Of<LeadEvent, 'LeadDealDue'>>({
  name: 'open-deals-of-leads',
  summary: { en: 'Open the deal of a converted lead', zh: '新建线索转化的商机' },
  on: {
    LeadDealDue: ({ data: { dealId, customerId, title, value, expectedCloseDate } }) => [
      OpenDeal.of({ dealId, customerId, title, value, expectedCloseDate }),
    ],
  },
});
