import { NoteReturn } from '@annals/domain-customers';
import { every } from '@annals/event-sourcing';
import { customerList, type ListSettings } from '@annals/projections-customers';

/**
 * Records a lost customer who wins a deal or places an order as won back, at that time, so that the rules of the customer know
 * what the lifecycle shows.
 */
export const noteReturn = (company: ListSettings) =>
  every({
    name: 'return',
    summary: { en: 'Record a lost customer who does business again as won back', zh: '流失客户再次成交时记录为赢回' },
    view: customerList(company),
    due: 'returnedAt',
    send: ({ customerId }) => [NoteReturn.of({ customerId })],
  });
