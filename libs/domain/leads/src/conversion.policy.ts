import type { CustomerEvent } from '@annals/contracts-customers';
import { leadOfRecord } from '@annals/contracts-leads';
import { when, type Of } from '@annals/event-sourcing';
import { DueLeadDeal } from './conversion.commands.js';

/** The deal of a lead is opened once its customer is registered. */
export const dealsOfLeads = when<Of<CustomerEvent, 'CustomerRegistered'>>({
  name: 'due-deals-of-leads',
  summary: {
    en: 'Have the deal of a converted lead opened when its customer is registered',
    zh: '线索转化的客户登记后新建其商机',
  },
  on: {
    CustomerRegistered: ({ data: { customerId } }) => {
      const leadId = leadOfRecord(customerId);
      return leadId === undefined ? [] : [DueLeadDeal.of({ leadId })];
    },
  },
});
