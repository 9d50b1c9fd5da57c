import { customerId } from '@annals/contracts-values';
import { Contract } from '@annals/event-sourcing';
import { z } from 'zod';

/** The registration is taken back: the customer counts as never registered, and the id and its unique values are free again. */
export const CustomerWithdrawn = Contract.of('CustomerWithdrawn', {
  en: 'Customer withdrawn',
  zh: '客户登记已撤销',
}).v1(z.object({ customerId }));
